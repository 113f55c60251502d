package dev.tradeoff.mcda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights from pairwise judgements (AHP: Saaty, 1980).
 *
 * @param weights the principal eigenvector, summing to 1
 * @param randomIndexTable {@code saaty-1980} up to 15 criteria, {@code alonso-lamata-2006} beyond
 * @param consistencyRatio 0 for one or two criteria
 * @param consistent whether the ratio is at most 0.1
 * @param revisit the judgement that fits the others least; null where all fit
 */
public record PairwiseWeights(
        List<Double> weights,
        double lambdaMax,
        double consistencyIndex,
        double consistencyRatio,
        double randomIndex,
        String randomIndexTable,
        boolean consistent,
        @Nullable Revisit revisit) {

    /** A judgement: {@code row} counts {@code judgement} times as much as {@code column}; the others suggest {@code suggested}. */
    public record Revisit(int row, int column, double judgement, double suggested) {}

    /**
     * @param judgements n × n, positive, a(i,j) · a(j,i) = 1 within 1e-6, diagonal 1
     * @throws Unsuitable if it is not
     */
    public static PairwiseWeights of(List<List<Double>> judgements) {
        throw new AssertionError("follows");
    }
}
