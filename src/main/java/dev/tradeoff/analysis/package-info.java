/**
 * Decision analysis for whoever brings a matrix, and the methods with their worked examples. What is computed is decided in
 * {@code mcda}; here it is said how it is asked for, what is refused, and what is answered. Nothing is stored.
 */
@NullMarked
package dev.tradeoff.analysis;

import org.jspecify.annotations.NullMarked;
