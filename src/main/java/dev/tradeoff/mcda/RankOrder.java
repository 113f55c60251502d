package dev.tradeoff.mcda;

import java.util.List;

/** Weights from an order of importance. */
public final class RankOrder {

    private RankOrder() {}

    /** Rank-order-centroid weights (Barron & Barrett, 1996) of {@code n} criteria, the most important first; they sum to 1. */
    public static List<Double> centroid(int n) {
        throw new AssertionError("follows");
    }
}
