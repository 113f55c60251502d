package dev.tradeoff.mcda;

import java.util.Arrays;

/** Which part of all weightings gives a sum Σ w·d above 0; weights are uniform on the simplex. */
final class HalfSimplex {

    private final double[] positive;
    private final double[] negative;

    private HalfSimplex(double[] differences) {
        this.positive = Arrays.stream(differences).filter(d -> d > 0).toArray();
        this.negative = Arrays.stream(differences).filter(d -> d < 0).toArray();
    }

    /**
     * The probability that Σ w·d is above 0. By the recursion of Varsi (1973): A(0) = 1, all other A = 0; for each positive x
     * among d and then for each negative y(k), A(k) becomes (y(k) A(k) − x A(k−1)) / (y(k) − x); the last A is the probability.
     * Each step is a mean of two figures between 0 and 1, so nothing cancels, and repeated d are nothing special.
     *
     * @param differences one for each criterion; those that are 0 make no difference
     */
    static double probability(double[] differences) {
        return new HalfSimplex(differences).probability();
    }

    /**
     * The mean of the weight of one criterion where Σ w·d is above 0, and of 0 elsewhere. Weighing the simplex by one of n weights
     * makes of its uniform distribution that of n + 1 weights, two of which are added up, times 1/n.
     */
    static double meanWeight(int criterion, double[] differences) {
        var doubled = Arrays.copyOf(differences, differences.length + 1);
        doubled[differences.length] = differences[criterion];
        return probability(doubled) / differences.length;
    }

    private double probability() {
        if (positive.length == 0) {
            return 0;
        }
        var part = new double[negative.length + 1];
        part[0] = 1;
        for (var x : positive) {
            for (var k = 1; k < part.length; k++) {
                var y = negative[k - 1];
                part[k] = (x * part[k - 1] - y * part[k]) / (x - y);
            }
        }
        return part[negative.length];
    }
}
