package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.UseCase;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights that a comparison itself knows, for each of its factors and in their order.
 *
 * @param defaults as they stand there
 * @param ofUseCases by use case, in the comparison's order, each to a sum of 1; factors that a profile doesn't name keep their
 *     default weight
 */
record Profiles(Map<String, Double> defaults, Map<String, Map<String, Double>> ofUseCases) {

    static Profiles of(Comparison comparison) {
        var defaults = new LinkedHashMap<String, Double>();
        comparison.factors().forEach(factor -> defaults.put(factor.slug(), weight(factor)));
        var ofUseCases = new LinkedHashMap<String, Map<String, Double>>();
        comparison.useCases().forEach(useCase -> ofUseCases.put(useCase.slug(), profile(useCase, defaults)));
        return new Profiles(Collections.unmodifiableMap(defaults), Collections.unmodifiableMap(ofUseCases));
    }

    private static Map<String, Double> profile(UseCase useCase, Map<String, Double> defaults) {
        var all = new LinkedHashMap<>(defaults);
        all.putAll(doubles(useCase.weights()));
        return rescaled(all);
    }

    /** To a sum of 1; all 0 stays all 0. */
    static Map<String, Double> rescaled(Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var rescaled = new LinkedHashMap<String, Double>();
        weights.forEach((factor, weight) -> rescaled.put(factor, sum > 0 ? weight / sum : 0));
        return Collections.unmodifiableMap(rescaled);
    }

    static Map<String, Double> doubles(Map<String, BigDecimal> weights) {
        var doubles = new LinkedHashMap<String, Double>();
        weights.forEach((factor, weight) -> doubles.put(factor, weight.doubleValue()));
        return doubles;
    }

    private static double weight(Factor factor) {
        var weight = factor.weight();
        return weight == null ? 0 : weight.doubleValue();
    }
}
