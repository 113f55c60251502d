package dev.tradeoff.mcda;

/** Weights that sum to 1. */
final class Weights {

    private Weights() {}

    /**
     * @param weights only their ratios matter
     * @throws IllegalArgumentException unless they are finite, at least 0 and not all 0
     */
    static double[] rescaled(double[] weights) {
        for (var weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and at least 0");
            }
        }
        if (Numbers.largest(weights) == 0) {
            throw new IllegalArgumentException("not all weights may be 0");
        }
        return shares(weights);
    }

    /** The other weights in proportion, summing to 1, and 0 for this one; if all others are 0 they share equally. */
    static double[] rest(int criterion, double[] weights) {
        var others = weights.clone();
        others[criterion] = 0;
        if (Numbers.largest(others) > 0) {
            return shares(others);
        }
        for (var j = 0; j < others.length; j++) {
            others[j] = j == criterion ? 0 : 1.0 / (others.length - 1);
        }
        return others;
    }

    private static double[] shares(double[] weights) {
        var shares = new double[weights.length];
        Numbers.scale(weights, shares);
        var sum = Numbers.sum(shares);
        for (var j = 0; j < shares.length; j++) {
            shares[j] /= sum;
        }
        return shares;
    }
}
