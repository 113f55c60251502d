package dev.tradeoff.mcda;

import java.util.List;

/** Weights from an order of importance. */
public final class RankOrder {

    private RankOrder() {}

    /**
     * Rank-order-centroid weights (Barron & Barrett, 1996) of {@code n} criteria, the most important first: (1/n) Σ 1/i
     * for i from its rank to n; they sum to 1.
     *
     * @param n at least 1
     */
    public static List<Double> centroid(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("at least one criterion");
        }
        var weights = new double[n];
        var sum = 0.0;
        for (var rank = n; rank >= 1; rank--) {
            sum += 1.0 / rank;
            weights[rank - 1] = sum / n;
        }
        return Numbers.list(weights);
    }
}
