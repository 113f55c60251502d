package dev.tradeoff.mcda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts which options take which ranks, and with which weights they are first. Options that are level share their
 * ranks equally.
 */
final class Tally {

    private final int options;
    private final double[] ranks;
    private final double[][] weightsOfFirst;
    private final int[] order;
    private final double[] descending;
    private double total;

    Tally(int options, int criteria) {
        this.options = options;
        this.ranks = new double[options * options];
        this.weightsOfFirst = new double[options][criteria];
        this.order = new int[options];
        this.descending = new double[options];
        for (var i = 0; i < options; i++) {
            order[i] = i;
        }
    }

    /**
     * @param mass how much it counts
     * @param weights of the mean of what is counted
     */
    void add(double mass, double[] weights, double[] strengths, double tolerance) {
        total += mass;
        sort(strengths);
        for (var from = 0; from < options; ) {
            var level = descending[from] - tolerance;
            var to = from + 1;
            while (to < options && descending[to] >= level) {
                to++;
            }
            share(mass / (to - from), from, to);
            if (from == 0) {
                credit(mass / to, to, weights);
            }
            from = to;
        }
    }

    /** By insertion, into the order of last time, which is often nearly right. */
    private void sort(double[] strengths) {
        for (var i = 0; i < options; i++) {
            var option = order[i];
            var strength = strengths[option];
            var place = i;
            while (place > 0 && descending[place - 1] < strength) {
                descending[place] = descending[place - 1];
                order[place] = order[place - 1];
                place--;
            }
            descending[place] = strength;
            order[place] = option;
        }
    }

    private void share(double mass, int from, int to) {
        for (var i = from; i < to; i++) {
            for (var rank = from; rank < to; rank++) {
                ranks[order[i] * options + rank] += mass;
            }
        }
    }

    private void credit(double mass, int to, double[] weights) {
        for (var i = 0; i < to; i++) {
            var sum = weightsOfFirst[order[i]];
            for (var j = 0; j < sum.length; j++) {
                sum[j] += mass * weights[j];
            }
        }
    }

    /** For each option the mean of the weights with which it was first; null where it never was. */
    List<double @Nullable []> centralWeights() {
        var central = new ArrayList<double @Nullable []>();
        for (var i = 0; i < options; i++) {
            var times = ranks[i * options];
            central.add(
                    times == 0
                            ? null
                            : Arrays.stream(weightsOfFirst[i])
                                    .map(sum -> sum / times)
                                    .toArray());
        }
        return central;
    }

    Acceptability acceptability(boolean exact, Confidence confidence) {
        var shares = IntStream.range(0, options)
                .mapToObj(i -> IntStream.range(0, options)
                        .mapToObj(rank -> ranks[i * options + rank] / total)
                        .toList())
                .toList();
        return new Acceptability(exact, shares, confidence.centralWeights(), confidence.shares());
    }
}
