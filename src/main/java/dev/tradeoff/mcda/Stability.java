package dev.tradeoff.mcda;

import java.util.List;

/**
 * The closed interval around one rescaled weight within which those who are first stay first (ties included), the other
 * weights rescaled in proportion.
 *
 * @param weight the weight now; lowest ≤ weight ≤ highest
 * @param below indices of the options that are first just below {@code lowest}; empty where it is 0
 * @param above the same just above {@code highest}; empty where it is 1
 */
public record Stability(
        int criterion, double weight, double lowest, double highest, List<Integer> below, List<Integer> above) {}
