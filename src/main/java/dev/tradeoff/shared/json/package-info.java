/** How JSON and YAML are read and written: strictly, and always the same way. */
@NullMarked
package dev.tradeoff.shared.json;

import org.jspecify.annotations.NullMarked;
