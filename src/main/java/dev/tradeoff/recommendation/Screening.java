package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.recommendation.Requirements.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which options meet the constraints. What is known to miss one is excluded; where that is not known, or rests on weak
 * evidence, a warning says so.
 *
 * @param remaining in the comparison's order
 */
record Screening(List<Option> remaining, List<Exclusion> excluded, List<String> warnings) {

    /** Why an option is out: the first constraint that it misses, what it has instead, and whether that is weak. */
    record Exclusion(
            Option option,
            Constraint constraint,
            String factorName,
            @Nullable BigDecimal score,
            boolean weak) {}

    static Screening of(
            Comparison comparison, List<Constraint> constraints, Map<String, Map<String, Appraised>> cells) {
        if (constraints.isEmpty()) {
            return new Screening(comparison.options(), List.of(), List.of());
        }
        var remaining = new ArrayList<Option>();
        var excluded = new ArrayList<Exclusion>();
        var warnings = new ArrayList<String>();
        var factors = comparison.factors().stream().collect(Collectors.toMap(Factor::slug, factor -> factor));
        for (var option : comparison.options()) {
            var doubts = new ArrayList<String>();
            Exclusion exclusion = null;
            for (var constraint : constraints) {
                var appraised =
                        cells.getOrDefault(constraint.factor(), Map.of()).get(option.slug());
                var factor = factors.get(constraint.factor());
                if (appraised == null || factor == null) {
                    continue;
                }
                var standing = Standing.of(appraised, constraint, factor.notApplicable() == Factor.NotApplicable.WORST);
                if (standing == Standing.MISSED && exclusion == null) {
                    exclusion = new Exclusion(option, constraint, factor.name(), appraised.score(), appraised.weak());
                } else if (standing == Standing.OPEN) {
                    doubts.add(doubt(option, factor, appraised));
                }
            }
            if (exclusion == null) {
                remaining.add(option);
                warnings.addAll(doubts);
            } else {
                excluded.add(exclusion);
                if (exclusion.weak()) {
                    warnings.add(option.name() + " is excluded by a score that rests on weak evidence: "
                            + Prose.quoted(exclusion.factorName()) + ".");
                }
            }
        }
        return new Screening(List.copyOf(remaining), List.copyOf(excluded), List.copyOf(warnings));
    }

    private static String doubt(Option option, Factor factor, Appraised appraised) {
        var why =
                switch (appraised.state()) {
                    case UNKNOWN -> "is unknown";
                    case NOT_APPLICABLE -> "is not applicable";
                    case null -> "is not known closely enough";
                };
        return "Whether " + option.name() + " meets the constraint on " + Prose.quoted(factor.name())
                + " is open: its score " + why + ".";
    }

    /** How an option stands to a constraint. */
    private enum Standing {
        MET,
        MISSED,
        OPEN;

        static Standing of(Appraised appraised, Constraint constraint, boolean worstIfNotApplicable) {
            double low = constraint.minimum() == null
                    ? Double.NEGATIVE_INFINITY
                    : constraint.minimum().doubleValue();
            double high = constraint.maximum() == null
                    ? Double.POSITIVE_INFINITY
                    : constraint.maximum().doubleValue();
            if (appraised.isUnknown() || appraised.isNotApplicable() && !worstIfNotApplicable) {
                return OPEN;
            }
            return switch (appraised.cell()) {
                case Cell.Exact(double value) -> value >= low && value <= high ? MET : MISSED;
                case Cell.Range(double min, double max) ->
                    min >= low && max <= high ? MET : max < low || min > high ? MISSED : OPEN;
                case Cell.Normal normal -> OPEN;
            };
        }
    }
}
