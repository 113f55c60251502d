package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.mcda.Analysis;

/**
 * What makes answers from a comparison costly.
 *
 * @param uncertain cells whose figure is unknown, or taken from claims
 * @param uncertainCriteria factors that have such cells
 */
record Workload(int options, int factors, int uncertain, int uncertainCriteria) {

    /** Nanoseconds that a cell costs, about: to be put into words and written, to be written alone, and in one more analysis. */
    private static final long TOLD = 2_000;

    private static final long WRITTEN = 600;
    private static final long ANALYSED = 50;

    /** Analyses by another method, without weak evidence, or for what a rival lacks, about as many for each option. */
    private static final long ANALYSES = 3;

    static Workload of(Comparison comparison) {
        int uncertain = 0;
        int uncertainCriteria = 0;
        for (var factor : comparison.factors()) {
            int unknown = (int) factor.assessments().stream()
                    .filter(assessment -> assessment.score() == null && assessment.value() == null)
                    .count();
            uncertain += unknown;
            uncertainCriteria += unknown > 0 ? 1 : 0;
        }
        return new Workload(comparison.options().size(), comparison.factors().size(), uncertain, uncertainCriteria);
    }

    int cells() {
        return options * factors;
    }

    /** About how many floating-point operations an answer takes, each taken for a nanosecond. */
    long operations(Requirements requirements) {
        int criteria = factors + (requirements.experience().isEmpty() ? 0 : 1);
        var method = requirements.method() == null ? MethodName.WEIGHTED_SUM : requirements.method();
        long cells = (long) options * criteria;
        if (!requirements.wantsRobustness()) {
            long ends = uncertain == 0 ? 0 : 2L * options; // each option at its worst and at its best
            return cells * (WRITTEN + (1 + ends) * ANALYSED * options);
        }
        var samples = requirements.samples() == null ? RequirementsRules.DEFAULT_SAMPLES : requirements.samples();
        return Analysis.operations(
                        options, criteria, Anchored.of(method, criteria), samples, uncertain, uncertainCriteria)
                + cells * (TOLD + ANALYSES * ANALYSED * options);
    }
}
