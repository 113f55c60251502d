/** The decision matrix of a comparison as CSV, in both directions. Pure: no database, no clock, no HTTP. */
@NullMarked
package dev.tradeoff.matrix;

import org.jspecify.annotations.NullMarked;
