/** The one clock. */
@NullMarked
package dev.tradeoff.shared.time;

import org.jspecify.annotations.NullMarked;
