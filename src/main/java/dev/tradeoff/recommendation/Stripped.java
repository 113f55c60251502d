package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The same question with everything unknown that rests on weak evidence. What is unknown excludes nobody, so that options
 * may be in question again. What was unknown before is held at its mean: whether the winner stays is asked of the ranges that
 * open now.
 */
record Stripped(Appraisal appraisal, Analysis analysis) {

    /** What is left of every cell, for constraints and for the ranking. */
    record Cells(Map<String, Map<String, Appraised>> screened, Map<String, Map<String, Appraised>> ranked) {

        static Cells of(Comparison comparison, Map<String, Map<String, Appraised>> cells) {
            return new Cells(stripped(comparison, cells, cell -> cell), stripped(comparison, cells, Appraised::held));
        }
    }

    /** Empty where no factor that is left has a weight. */
    static Optional<Stripped> of(Appraisal appraisal, Weighting weighting, MethodName method) {
        return appraisal
                .weights(weighting)
                .map(weights -> new Stripped(appraisal, Analysis.of(appraisal.groundwork(method), weights)));
    }

    /** @param rest what becomes of the cells that stay */
    private static Map<String, Map<String, Appraised>> stripped(
            Comparison comparison, Map<String, Map<String, Appraised>> cells, UnaryOperator<Appraised> rest) {
        var stripped = new LinkedHashMap<String, Map<String, Appraised>>();
        for (var factor : comparison.factors()) {
            var row = new LinkedHashMap<String, Appraised>();
            cells.getOrDefault(factor.slug(), Map.of())
                    .forEach((option, cell) -> row.put(
                            option,
                            cell.fallsWithWeakEvidence() ? cell.unknown(Appraised.anchors(factor)) : rest.apply(cell)));
            stripped.put(factor.slug(), row);
        }
        return stripped;
    }

    List<Option> winners() {
        return analysis.winners().stream().map(appraisal.options()::get).toList();
    }

    /** Whether the option, which was alone the first, stays so. */
    Survival survival(Option first) {
        if (analysis.isFirstThroughout(appraisal.options().indexOf(first))) {
            return Survival.ALWAYS;
        }
        return winners().equals(List.of(first)) ? Survival.ON_AVERAGE : Survival.NO;
    }
}
