package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.Engine;
import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.analysis.NormalisationName;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.recommendation.TailoredRecommendation.Computation;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers requirements from one revision of a comparison: requirements → weights and constraints → decision matrix →
 * ranking, its robustness, the evidence beneath it, and what all that means in words.
 *
 * @param evidence of this comparison, at the day of the requirements
 */
record Recommender(Comparison comparison, int revision, Evidence evidence, EvidenceSettings settings) {

    /** Nanoseconds that a cell costs, about: to be appraised, put into words and written, and in one more analysis. */
    private static final long WRITTEN = 5_000;

    private static final long ANALYSED = 50;

    /** Analyses by another method, without weak evidence, or for what a rival lacks, about as many for each option. */
    private static final long ANALYSES = 3;

    /** About how many floating-point operations an answer takes, each taken for a nanosecond. */
    static long operations(Comparison comparison, Requirements requirements) {
        int options = comparison.options().size();
        int criteria = comparison.factors().size() + (requirements.experience().isEmpty() ? 0 : 1);
        int uncertain = 0;
        int uncertainCriteria = 0;
        for (var factor : comparison.factors()) {
            int unknown = (int) factor.assessments().stream()
                    .filter(assessment -> assessment.score() == null && assessment.value() == null)
                    .count();
            uncertain += unknown;
            uncertainCriteria += unknown > 0 ? 1 : 0;
        }
        var method = requirements.method() == null ? MethodName.WEIGHTED_SUM : requirements.method();
        var samples = requirements.samples() == null ? RequirementsRules.DEFAULT_SAMPLES : requirements.samples();
        return Analysis.operations(
                        options, criteria, Anchored.of(method, criteria), samples, uncertain, uncertainCriteria)
                + options * criteria * (WRITTEN + ANALYSES * ANALYSED * options);
    }

    /**
     * The answer.
     *
     * @param requirements complete ones
     * @throws dev.tradeoff.shared.problem.Refused if no factor that is left has any weight
     */
    TailoredRecommendation recommend(Requirements requirements) {
        var weighting = Weighting.of(requirements, comparison);
        var cells = Appraisal.cells(comparison, evidence, settings);
        var screening = Screening.of(comparison, requirements.constraints(), cells);
        return screening.remaining().isEmpty()
                ? nobody(requirements, weighting, screening)
                : answer(
                        requirements,
                        weighting,
                        screening,
                        Appraisal.of(comparison, screening.remaining(), cells, requirements.experience()),
                        Stripped.of(comparison, requirements, weighting, cells));
    }

    private TailoredRecommendation answer(
            Requirements requirements,
            Weighting weighting,
            Screening screening,
            Appraisal appraisal,
            Optional<Stripped> stripped) {
        var weights = appraisal.weights(weighting).orElseThrow(() -> weightless(appraisal));
        var outcome = Outcome.of(requirements, appraisal, weights, stripped, evidence);
        var combination = Combinations.of(comparison, requirements, appraisal);
        var first = outcome.first();
        var shown = new Shown(outcome, comparison);
        return new TailoredRecommendation(
                comparison.slug(),
                revision,
                computation(requirements),
                requirements,
                Shown.origin(weighting, requirements, comparison),
                shown.weights(),
                shown.ranking(),
                Shown.excluded(screening),
                shown.leftOut(),
                Shown.warnings(screening, weighting),
                first == null ? null : outcome.slug(first),
                first == null ? outcome.slugs(outcome.analysis().winners()) : List.of(),
                outcome.verdict(),
                shown.verdictReasons(),
                shown.margin(),
                shown.robustness(),
                shown.evidence(),
                new WhyNots(outcome, screening).all(),
                combination.orElse(null),
                new Explanation(comparison, weighting, screening, outcome, combination).sentences(),
                RequirementsLink.write(comparison.slug(), requirements),
                asOf(requirements),
                Engine.VERSION);
    }

    /** Every option is excluded: there is nothing to rank. */
    private TailoredRecommendation nobody(Requirements requirements, Weighting weighting, Screening screening) {
        return new TailoredRecommendation(
                comparison.slug(),
                revision,
                computation(requirements),
                requirements,
                Shown.origin(weighting, requirements, comparison),
                Shown.weights(weighting),
                List.of(),
                Shown.excluded(screening),
                List.of(),
                Shown.warnings(screening, weighting),
                null,
                List.of(),
                null,
                List.of(),
                null,
                Shown.NO_ROBUSTNESS,
                Shown.NO_EVIDENCE,
                WhyNots.ofExcluded(screening),
                null,
                Explanation.ofNobody(screening),
                RequirementsLink.write(comparison.slug(), requirements),
                asOf(requirements),
                Engine.VERSION);
    }

    private static Computation computation(Requirements requirements) {
        return new Computation(Objects.requireNonNull(requirements.method()), NormalisationName.SCALE);
    }

    private static LocalDate asOf(Requirements requirements) {
        return Objects.requireNonNull(requirements.asOf());
    }

    private static Refused weightless(Appraisal appraisal) {
        var leftOut = appraisal.leftOut().stream().map(factor -> factor.slug()).toList();
        var detail = leftOut.isEmpty()
                ? "leave every factor without weight"
                : "lie only on factors that do not apply to every option: " + String.join(", ", leftOut);
        return new Problem.BrokenRules("The weights " + detail + ".", List.of(new Problem.Flaw("/weights", detail)))
                .refused();
    }
}
