package dev.tradeoff.mcda;

import java.util.Arrays;

/**
 * The part of all weightings, uniform on the simplex, with which a sum Σ w·d is above 0.
 *
 * <p>By the recursion of Varsi (1973): A(0) = 1, all other A = 0; for each positive x among d, and then for each
 * negative y(k), A(k) becomes (y(k) A(k) − x A(k−1)) / (y(k) − x); the last A is the probability. Each step is a mean
 * of two figures between 0 and 1, so nothing cancels, and repeated d are nothing special. Those that are 0 make no
 * difference.
 */
final class HalfSimplex {

    private final double[] differences;
    private final double[] positive;
    private final double[] negative;

    /** A(0), A(1), … after all positive d. */
    private final double[] parts;

    /** The last A after each positive d. */
    private final double[] lastParts;

    /** @param differences one for each criterion */
    HalfSimplex(double[] differences) {
        this.differences = differences;
        this.positive = Arrays.stream(differences).filter(d -> d > 0).toArray();
        this.negative = Arrays.stream(differences).filter(d -> d < 0).toArray();
        this.parts = new double[negative.length + 1];
        this.lastParts = new double[positive.length];
        parts[0] = 1;
        for (var i = 0; i < positive.length; i++) {
            for (var k = 1; k < parts.length; k++) {
                parts[k] = mean(positive[i], parts[k - 1], negative[k - 1], parts[k]);
            }
            lastParts[i] = parts[negative.length];
        }
    }

    double probability() {
        return positive.length == 0 ? 0 : parts[negative.length];
    }

    /**
     * The mean of the weight of a criterion where the sum is above 0, and of 0 elsewhere. To weigh the simplex by one
     * of its n weights makes of the uniform distribution that of n + 1 weights of which two are added up, times 1/n: as
     * if that d came twice.
     */
    double meanWeight(int criterion) {
        var difference = differences[criterion];
        var probability =
                difference > 0 ? withPositive(difference) : difference < 0 ? withNegative(difference) : probability();
        return probability / differences.length;
    }

    private double withPositive(double x) {
        var part = 1.0;
        for (var k = 1; k < parts.length; k++) {
            part = mean(x, part, negative[k - 1], parts[k]);
        }
        return part;
    }

    private double withNegative(double y) {
        var part = 0.0;
        for (var i = 0; i < positive.length; i++) {
            part = mean(positive[i], lastParts[i], y, part);
        }
        return part;
    }

    private static double mean(double x, double before, double y, double part) {
        return (x * before - y * part) / (x - y);
    }
}
