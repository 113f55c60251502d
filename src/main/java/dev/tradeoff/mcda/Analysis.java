package dev.tradeoff.mcda;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision matrix, weighed by one method. Scores, ranks and stability are of the cells' means; ranges and acceptability
 * take in what is uncertain. Options and criteria are named by their index.
 */
public interface Analysis {

    /**
     * @param weights one for each criterion, finite, at least 0, not all 0; only their ratios matter
     * @throws Unsuitable if the figures don't meet what the method or its normalisation needs
     * @throws IllegalArgumentException if weights or preferences are not one for each criterion, or out of range
     */
    static Analysis of(DecisionMatrix matrix, double[] weights, Method method) {
        throw new AssertionError("follows");
    }

    Method method();

    /** Rescaled so that they sum to 1. */
    List<Double> weights();

    /** One for each option. VIKOR's is Q, of which less is better; of all others more is better. */
    List<Double> scores();

    /** 1 is best; tied options share a rank and the next ranks are left out: 1, 2, 2, 4. */
    List<Integer> ranks();

    /** Indices of those of rank 1, ascending. */
    List<Integer> winners();

    /** By how much the first is ahead of the next, at least 0; 0 where the first rank is shared; null with one option. */
    @Nullable
    Double margin();

    Details details();

    /**
     * Options × criteria. They sum to the score (weighted sum, PROMETHEE II) or to its logarithm (weighted product: minus
     * infinity is left to the caller to avoid, by a floor); null for methods that are no sums.
     */
    @Nullable
    List<List<Double>> contributions();

    /** For each option the lowest and the highest score that uncertain cells allow: its own at their worst, all others at their best, and the other way round. */
    List<Cell.Range> scoreRanges();

    /** Whether that option would be alone or among the first whatever the uncertain cells turn out to be. */
    boolean isFirstThroughout(int option);

    /** One for each criterion. */
    List<Stability> stability();

    /** The least absolute change of one rescaled weight that changes who is first; empty where none does. */
    Optional<Flip> smallestFlip();

    /** The least absolute change of one rescaled weight that makes this option first, alone or level; empty where none does. */
    Optional<Flip> smallestFlipTo(int option);

    /**
     * Rank acceptability over weights uniformly distributed on the simplex, and over the uncertain cells.
     *
     * @param samples 1 or more; not needed where the figures are exact
     * @throws Stopped if the thread is interrupted
     */
    Acceptability acceptability(int samples, long seed);

    /** The options without which the first would be others than now. */
    List<Reversal> rankReversals();

    /** About how many floating-point operations everything above together costs with so many samples. */
    long operations(int samples);
}
