/** Bytes outside of the heap, so that what a service holds is bounded by its disk and not by its heap. */
@NullMarked
package dev.tradeoff.shared.memory;

import org.jspecify.annotations.NullMarked;
