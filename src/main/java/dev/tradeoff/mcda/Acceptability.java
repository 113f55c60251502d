package dev.tradeoff.mcda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens under all weightings (SMAA-2: Lahdelma & Salminen, 2001).
 *
 * @param exact whether the figures are exact, else sampled
 * @param ranks options × ranks: the share of weightings that gives the option that rank; rows and columns sum to 1
 * @param centralWeights for each option the mean of the weightings that make it first; null where none does
 * @param confidence for each option the probability that it is first with its central weights; null where it has none
 */
public record Acceptability(
        boolean exact,
        List<List<Double>> ranks,
        List<@Nullable List<Double>> centralWeights,
        List<@Nullable Double> confidence) {}
