package dev.tradeoff.mcda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights from pairwise judgements (AHP: Saaty, 1980). The consistency index is (λ − n) / (n − 1), the ratio that over
 * the random index: of Saaty (1980) up to 15 criteria, (2.7699 n − 4.3513 − n) / (n − 1) beyond (Alonso & Lamata,
 * 2006).
 *
 * @param weights the principal eigenvector, summing to 1
 * @param lambdaMax the principal eigenvalue, at least n
 * @param consistencyIndex at least 0
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

    /**
     * A judgement: {@code row} counts {@code judgement} times as much as {@code column}; the others suggest {@code
     * suggested}.
     *
     * @param row index, below that of the column
     */
    public record Revisit(int row, int column, double judgement, double suggested) {}

    /**
     * @param judgements n × n, positive, a(i,j) · a(j,i) = 1 within 1e-6, diagonal 1
     * @throws Unsuitable if it is not
     * @throws Stopped if the thread is interrupted
     */
    public static PairwiseWeights of(List<List<Double>> judgements) {
        return new Judgements(judgements).weights();
    }
}
