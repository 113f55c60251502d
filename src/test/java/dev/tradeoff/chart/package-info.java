/** Drawings as their readers find them. */
package dev.tradeoff.chart;
