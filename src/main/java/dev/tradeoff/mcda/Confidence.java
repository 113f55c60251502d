package dev.tradeoff.mcda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often each option that is ever first is so with its central weights. */
final class Confidence {

    private final List<double @Nullable []> centralWeights;
    private final double[] shares;
    private final double[] strengths;
    private int evaluations;

    /** @param centralWeights for each option, null for one that is never first */
    Confidence(List<double @Nullable []> centralWeights) {
        this.centralWeights = centralWeights;
        this.shares = new double[centralWeights.size()];
        this.strengths = new double[centralWeights.size()];
    }

    /** Counts one state of the figures. */
    void add(Model model) {
        evaluations++;
        for (var i = 0; i < shares.length; i++) {
            var weights = centralWeights.get(i);
            if (weights != null) {
                model.strengths(weights, strengths);
                shares[i] += shareOfFirst(i, model.tolerance(weights));
            }
        }
    }

    private double shareOfFirst(int option, double tolerance) {
        var level = Numbers.max(strengths) - tolerance;
        if (strengths[option] < level) {
            return 0;
        }
        var count = 0;
        for (var strength : strengths) {
            count += strength >= level ? 1 : 0;
        }
        return 1.0 / count;
    }

    List<@Nullable List<Double>> centralWeights() {
        var lists = new ArrayList<@Nullable List<Double>>();
        for (var weights : centralWeights) {
            lists.add(weights == null ? null : Numbers.list(weights));
        }
        return Collections.unmodifiableList(lists);
    }

    /** Null for an option that is never first. */
    List<@Nullable Double> shares() {
        var list = new ArrayList<@Nullable Double>();
        for (var i = 0; i < shares.length; i++) {
            list.add(centralWeights.get(i) == null ? null : shares[i] / evaluations);
        }
        return Collections.unmodifiableList(list);
    }
}
