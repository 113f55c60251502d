package dev.tradeoff.recommendation;

import dev.tradeoff.mcda.Acceptability;
import dev.tradeoff.recommendation.Robustness.RankAcceptability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens to an appraisal under all weightings.
 *
 * @param shown the same as an answer shows it
 */
record Prospects(Acceptability acceptability, List<RankAcceptability> shown) {

    static Prospects of(Appraisal appraisal, Acceptability acceptability) {
        var shown = new ArrayList<RankAcceptability>();
        for (int option = 0; option < appraisal.options().size(); option++) {
            var central = acceptability.centralWeights().get(option);
            var confidence = acceptability.confidence().get(option);
            shown.add(new RankAcceptability(
                    appraisal.options().get(option).slug(),
                    Figures.rounded(acceptability.ranks().get(option)),
                    central == null ? null : byFactor(appraisal, central),
                    confidence == null ? null : Figures.rounded(confidence)));
        }
        return new Prospects(acceptability, shown);
    }

    private static Map<String, Double> byFactor(Appraisal appraisal, List<Double> figures) {
        var shown = new LinkedHashMap<String, Double>();
        for (int i = 0; i < figures.size(); i++) {
            shown.put(appraisal.columns().get(i).factor(), Figures.rounded(figures.get(i)));
        }
        return Collections.unmodifiableMap(shown);
    }

    /** The same, to be answered often. */
    Prospects written() {
        return new Prospects(acceptability, new WrittenList<>(shown));
    }
}
