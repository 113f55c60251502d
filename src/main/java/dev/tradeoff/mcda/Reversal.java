package dev.tradeoff.mcda;

import java.util.List;

/**
 * Without an option that was not first, others are first (rank reversal: Belton & Gear, 1983).
 *
 * @param removed index of the option that is taken away
 * @param winners indices, in the full matrix, of those that are first then
 */
public record Reversal(int removed, List<Integer> winners) {}
