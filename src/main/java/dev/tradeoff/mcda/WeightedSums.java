package dev.tradeoff.mcda;

import java.util.Arrays;

/**
 * One sum for each option, in two parts (Knuth, 1969): nearly exact, so that the order of what is added does not
 * matter.
 */
final class WeightedSums {

    private final double[] sums;
    private final double[] rests;

    WeightedSums(int options) {
        this.sums = new double[options];
        this.rests = new double[options];
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(rests, 0);
    }

    /** @param values one for each option, beginning at {@code from} */
    void add(double weight, double[] values, int from) {
        for (var i = 0; i < sums.length; i++) {
            var term = weight * values[from + i];
            var before = sums[i];
            var sum = before + term;
            var added = sum - before;
            rests[i] += (before - (sum - added)) + (term - added);
            sums[i] = sum;
        }
    }

    void copyTo(double[] totals) {
        for (var i = 0; i < totals.length; i++) {
            totals[i] = sums[i] + rests[i];
        }
    }
}
