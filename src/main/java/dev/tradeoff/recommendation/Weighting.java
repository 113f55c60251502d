package dev.tradeoff.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.mcda.PairwiseWeights;
import dev.tradeoff.mcda.RankOrder;
import java.math.BigDecimal;
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
        byFactor = Collections.unmodifiableMap(new LinkedHashMap<>(byFactor));
        judged = List.copyOf(judged);
    }

    /** The weights that complete requirements ask for. */
    static Weighting of(Requirements requirements, Comparison comparison) {
        if (!requirements.weights().isEmpty()) {
            return plain(Origin.WEIGHTS, named(comparison, doubles(requirements.weights())));
        }
        if (!requirements.priorities().isEmpty()) {
            return plain(Origin.PRIORITIES, named(comparison, ranked(requirements.priorities())));
        }
        if (!requirements.pairwise().isEmpty()) {
            return ofJudgements(requirements.pairwise(), comparison);
        }
        if (!requirements.useCases().isEmpty()) {
            var profiles = comparison.useCases().stream()
                    .filter(useCase -> requirements.useCases().contains(useCase.slug()))
                    .map(useCase -> profile(useCase, comparison))
                    .toList();
            return plain(Origin.USE_CASES, average(profiles));
        }
        return plain(Origin.DEFAULTS, defaults(comparison));
    }

    /** The weights of one use case's profile alone. */
    static Weighting of(UseCase useCase, Comparison comparison) {
        return plain(Origin.USE_CASES, profile(useCase, comparison));
    }

    private static Weighting plain(Origin origin, Map<String, Double> weights) {
        return new Weighting(origin, rescaled(weights), List.of(), null);
    }

    private static Weighting ofJudgements(List<Requirements.PairwiseJudgement> pairwise, Comparison comparison) {
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
        return new Weighting(Origin.PAIRWISE, rescaled(named(comparison, weights)), judged, judgements);
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
    private static Map<String, Double> named(Comparison comparison, Map<String, Double> weights) {
        var all = new LinkedHashMap<String, Double>();
        comparison.factors().forEach(factor -> all.put(factor.slug(), weights.getOrDefault(factor.slug(), 0.0)));
        return all;
    }

    private static Map<String, Double> defaults(Comparison comparison) {
        var all = new LinkedHashMap<String, Double>();
        comparison.factors().forEach(factor -> all.put(factor.slug(), weight(factor)));
        return all;
    }

    /** Factors that the profile doesn't name keep their default weight. */
    private static Map<String, Double> profile(UseCase useCase, Comparison comparison) {
        var all = defaults(comparison);
        all.putAll(doubles(useCase.weights()));
        return rescaled(all);
    }

    private static Map<String, Double> average(List<Map<String, Double>> profiles) {
        var sum = new LinkedHashMap<String, Double>();
        profiles.forEach(profile -> profile.forEach((factor, weight) -> sum.merge(factor, weight, Double::sum)));
        return sum;
    }

    /** To a sum of 1; all 0 stays all 0. */
    private static Map<String, Double> rescaled(Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var rescaled = new LinkedHashMap<String, Double>();
        weights.forEach((factor, weight) -> rescaled.put(factor, sum > 0 ? weight / sum : 0));
        return rescaled;
    }

    private static Map<String, Double> doubles(Map<String, BigDecimal> weights) {
        var doubles = new LinkedHashMap<String, Double>();
        weights.forEach((factor, weight) -> doubles.put(factor, weight.doubleValue()));
        return doubles;
    }

    private static double weight(Factor factor) {
        var weight = factor.weight();
        return weight == null ? 0 : weight.doubleValue();
    }
}
