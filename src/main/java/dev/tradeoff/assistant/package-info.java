/**
 * What assistants ask by the Model Context Protocol, at {@code /mcp}: tools, resources and a prompt over published knowledge.
 * It decides in which words and how much of it an assistant is told, always with what can be cited; what is told, and every
 * figure, comes from where the operations have it.
 */
@NullMarked
package dev.tradeoff.assistant;

import org.jspecify.annotations.NullMarked;
