/**
 * Decision analysis on plain matrices: methods, normalisations, weights, robustness. Pure: {@code java.*} only; no clock,
 * and no random source but the generator whose seed is handed in. The same input gives the same figures, to the last
 * bit, on every machine.
 */
@NullMarked
package dev.tradeoff.mcda;

import org.jspecify.annotations.NullMarked;
