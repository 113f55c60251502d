@org.jspecify.annotations.NullMarked
package dev.tradeoff.chart;
