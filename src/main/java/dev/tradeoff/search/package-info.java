/**
 * The index of what can be listed and searched: how text becomes words, what a word counts, and pages in a stable order.
 * It knows entries with text, tags and rendered bytes, and nothing of comparisons.
 */
@NullMarked
package dev.tradeoff.search;

import org.jspecify.annotations.NullMarked;
