/**
 * Charts and badges as SVG: drawn from plain records, readable without colour, in light and in dark, with a text
 * alternative that says the same in words. Pure: the same figures and look give the same text.
 */
@NullMarked
package dev.tradeoff.chart;

import org.jspecify.annotations.NullMarked;
