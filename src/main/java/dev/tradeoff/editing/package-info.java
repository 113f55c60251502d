/**
 * The operations that write: drafts and their members, publishing, technologies. What they do is decided in
 * {@code authoring} and {@code technology}; here it is said how it is asked for, who may ask, and what is answered.
 */
@NullMarked
package dev.tradeoff.editing;

import org.jspecify.annotations.NullMarked;
