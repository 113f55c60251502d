package dev.tradeoff.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.mcda.PairwiseWeights;
import dev.tradeoff.mcda.RankOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much each factor weighs, and from where.
 *
 * @param byFactor a weight of at least 0 for every factor of the comparison, in its order, summing to 1
 * @param judged the factors of the judgements, in the order of the rows of {@code judgements}
 * @param judgements what the pairwise judgements come to; null where there were none
 */
record Weighting(
        Origin origin,
        Map<String, Double> byFactor,
        List<String> judged,
        @Nullable PairwiseWeights judgements) {

    /** What the weights were made from. */
    @Schema(name = "WeightOrigin", description = "What the weights were made from.")
    enum Origin {
        @JsonProperty("weights")
        WEIGHTS,
        @JsonProperty("priorities")
        PRIORITIES,
        @JsonProperty("pairwise")
        PAIRWISE,
        @JsonProperty("use-cases")
        USE_CASES,
        @JsonProperty("defaults")
        DEFAULTS
    }

    Weighting {
        byFactor = Collections.unmodifiableMap(byFactor);
        judged = List.copyOf(judged);
    }

    /** The weights that complete requirements ask for. */
    static Weighting of(Requirements requirements, Profiles profiles) {
        if (!requirements.weights().isEmpty()) {
            return plain(Origin.WEIGHTS, named(profiles, requirements.weights()));
        }
        if (!requirements.priorities().isEmpty()) {
            return plain(Origin.PRIORITIES, named(profiles, ranked(requirements.priorities())));
        }
        if (!requirements.pairwise().isEmpty()) {
            return ofJudgements(requirements.pairwise(), profiles);
        }
        return ofUseCases(requirements.useCases(), profiles);
    }

    /** The weights that the comparison itself has for these use cases; without any, its defaults. */
    static Weighting ofUseCases(List<String> useCases, Profiles profiles) {
        return useCases.isEmpty()
                ? plain(Origin.DEFAULTS, profiles.defaults())
                : plain(Origin.USE_CASES, average(useCases, profiles));
    }

    /** The weights of one use case's profile alone. */
    static Weighting of(String useCase, Profiles profiles) {
        return plain(Origin.USE_CASES, profiles.ofUseCases().getOrDefault(useCase, Map.of()));
    }

    private static Weighting plain(Origin origin, Map<String, Double> weights) {
        return new Weighting(origin, Profiles.rescaled(weights), List.of(), null);
    }

    private static Weighting ofJudgements(List<Requirements.PairwiseJudgement> pairwise, Profiles profiles) {
        var named = new LinkedHashSet<String>();
        pairwise.forEach(judgement -> {
            named.add(String.valueOf(judgement.factor()));
            named.add(String.valueOf(judgement.over()));
        });
        var judged = List.copyOf(named);
        var matrix = new double[judged.size()][judged.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        for (var judgement : pairwise) {
            int row = judged.indexOf(judgement.factor());
            int column = judged.indexOf(judgement.over());
            double by = judgement.by() == null ? 1 : judgement.by().doubleValue();
            matrix[row][column] = by;
            matrix[column][row] = 1 / by;
        }
        var rows = new ArrayList<List<Double>>();
        for (var row : matrix) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        var judgements = PairwiseWeights.of(rows);
        var weights = new LinkedHashMap<String, Double>();
        for (int i = 0; i < judged.size(); i++) {
            weights.put(judged.get(i), judgements.weights().get(i));
        }
        return new Weighting(Origin.PAIRWISE, Profiles.rescaled(named(profiles, weights)), judged, judgements);
    }

    private static Map<String, Double> ranked(List<String> priorities) {
        var centroid = RankOrder.centroid(priorities.size());
        var weights = new LinkedHashMap<String, Double>();
        for (int i = 0; i < priorities.size(); i++) {
            weights.put(priorities.get(i), centroid.get(i));
        }
        return weights;
    }

    /** Factors that are not named weigh 0. */
    private static Map<String, Double> named(Profiles profiles, Map<String, ? extends Number> weights) {
        var all = new LinkedHashMap<String, Double>();
        for (var factor : profiles.defaults().keySet()) {
            var weight = weights.get(factor);
            all.put(factor, weight == null ? 0.0 : weight.doubleValue());
        }
        return all;
    }

    private static Map<String, Double> average(List<String> useCases, Profiles profiles) {
        var sum = new LinkedHashMap<String, Double>();
        profiles.ofUseCases().forEach((useCase, profile) -> {
            if (useCases.contains(useCase)) {
                profile.forEach((factor, weight) -> sum.merge(factor, weight, Double::sum));
            }
        });
        return sum;
    }
}
