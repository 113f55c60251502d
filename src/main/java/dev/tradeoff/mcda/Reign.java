package dev.tradeoff.mcda;

/**
 * A range of one weight in which the same options are first.
 *
 * @param near its end towards the weight as it is now
 * @param first those that are first strictly inside
 */
record Reign(double near, double far, int[] first) {}
