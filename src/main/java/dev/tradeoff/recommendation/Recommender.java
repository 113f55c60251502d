package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.Engine;
import dev.tradeoff.analysis.NormalisationName;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.recommendation.TailoredRecommendation.Computation;
import dev.tradeoff.recommendation.TailoredRecommendation.VerdictReason;
import dev.tradeoff.recommendation.TailoredRecommendation.WhyNot;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers requirements from one revision of a comparison as its evidence stands on one day: requirements → weights and
 * constraints → decision matrix → ranking, its robustness, the evidence beneath it, and what all that means in words. What
 * does not depend on the requirements is prepared once. Immutable.
 */
final class Recommender {

    private final Comparison comparison;
    private final int revision;
    private final LocalDate day;
    private final Evidence evidence;
    private final Vocabulary vocabulary;
    private final Profiles profiles;
    private final Workload workload;
    private final Map<String, Map<String, Appraised>> cells;
    private final Stripped.Cells strippedCells;
    private final Appraisal everything;
    private final Appraisal everythingStripped;
    private final ClaimsUsed allClaims;

    /**
     * @param evidence of this comparison, at that day
     * @param day the day up to which claims have aged
     */
    Recommender(Comparison comparison, int revision, LocalDate day, Evidence evidence, EvidenceSettings settings) {
        this.comparison = comparison;
        this.revision = revision;
        this.day = day;
        this.evidence = evidence;
        this.vocabulary = Vocabulary.of(comparison);
        this.profiles = Profiles.of(comparison);
        this.workload = Workload.of(comparison);
        this.cells = Appraisal.cells(comparison, evidence, settings);
        this.strippedCells = Stripped.Cells.of(comparison, cells);
        this.everything = Appraisal.of(comparison, comparison.options(), cells);
        this.everythingStripped = Appraisal.of(comparison, comparison.options(), strippedCells.ranked());
        this.allClaims = ClaimsUsed.in(everything, comparison, evidence).written();
    }

    /** Slug of the comparison. */
    String comparison() {
        return comparison.slug();
    }

    /**
     * The same requirements in their one form, everything filled in.
     *
     * @param sent of this revision and day, or of none; they have passed the check of their form
     * @param place what the sender calls the place that a JSON Pointer leads to
     * @throws dev.tradeoff.shared.problem.Refused as broken rules if they cannot be answered
     */
    Requirements complete(Requirements sent, UnaryOperator<String> place) {
        return RequirementsRules.complete(sent, vocabulary, revision, day, place);
    }

    /** About how many floating-point operations an answer takes, each taken for a nanosecond. */
    long operations(Requirements complete) {
        return workload.operations(complete);
    }

    /** About how many cells there are to be prepared and kept. */
    int size() {
        return workload.cells();
    }

    /**
     * The answer.
     *
     * @param requirements complete ones
     * @throws dev.tradeoff.shared.problem.Refused if no factor that is left has any weight
     */
    TailoredRecommendation recommend(Requirements requirements) {
        var weighting = Weighting.of(requirements, profiles);
        var screening = Screening.of(comparison, requirements.constraints(), cells);
        if (screening.remaining().isEmpty()) {
            return nobody(requirements, weighting, screening);
        }
        var appraisal = appraisal(screening.remaining(), requirements);
        var weights = appraisal.weights(weighting).orElseThrow(() -> weightless(appraisal));
        var ranking = new Ranking(appraisal, weights, Objects.requireNonNull(requirements.method()));
        return answer(requirements, weighting, screening, ranking);
    }

    private Appraisal appraisal(List<Option> options, Requirements requirements) {
        var appraisal = isEverybody(options) ? everything : Appraisal.of(comparison, options, cells);
        return appraisal.with(requirements.experience());
    }

    private boolean isEverybody(List<Option> options) {
        return options.size() == comparison.options().size();
    }

    private TailoredRecommendation answer(
            Requirements requirements, Weighting weighting, Screening screening, Ranking ranking) {
        var first = ranking.first();
        var shown = new Shown(ranking);
        var reliability = requirements.wantsRobustness()
                ? reliability(requirements, weighting, screening, ranking, shown)
                : Reliability.NOT_ASKED_FOR;
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
                first == null ? null : ranking.slug(first),
                first == null ? ranking.slugs(ranking.winners()) : List.of(),
                reliability.verdict(),
                reliability.reasons(),
                shown.margin(),
                reliability.robustness(),
                reliability.evidence(),
                reliability.whyNot(),
                reliability.combination(),
                reliability.explanation(),
                RequirementsLink.write(comparison.slug(), requirements),
                day,
                Engine.VERSION);
    }

    /** How far a ranking can be relied on, as the answer says it. */
    private record Reliability(
            @Nullable Verdict verdict,
            List<VerdictReason> reasons,
            @Nullable Robustness robustness,
            @Nullable EvidenceUsed evidence,
            List<WhyNot> whyNot,
            @Nullable Combination combination,
            List<String> explanation) {

        static final Reliability NOT_ASKED_FOR =
                new Reliability(null, List.of(), null, null, List.of(), null, List.of());
    }

    private Reliability reliability(
            Requirements requirements, Weighting weighting, Screening screening, Ranking ranking, Shown shown) {
        var outcome =
                new Outcome(requirements, ranking, stripped(requirements, weighting), claims(ranking.appraisal()));
        var combination = Combinations.of(comparison, profiles, requirements, ranking.appraisal());
        var said = new ShownOutcome(outcome, shown);
        return new Reliability(
                outcome.verdict(),
                said.verdictReasons(),
                said.robustness(),
                said.evidence(),
                new WhyNots(ranking, screening).all(),
                combination.orElse(null),
                new Explanation(comparison, weighting, screening, outcome, combination).sentences());
    }

    private ClaimsUsed claims(Appraisal appraisal) {
        return isEverybody(appraisal.options()) ? allClaims : ClaimsUsed.in(appraisal, comparison, evidence);
    }

    private Optional<Stripped> stripped(Requirements requirements, Weighting weighting) {
        var options = Screening.of(comparison, requirements.constraints(), strippedCells.screened())
                .remaining();
        var appraisal =
                isEverybody(options) ? everythingStripped : Appraisal.of(comparison, options, strippedCells.ranked());
        return Stripped.of(
                appraisal.with(requirements.experience()), weighting, Objects.requireNonNull(requirements.method()));
    }

    /** Every option is excluded: there is nothing to rank. */
    private TailoredRecommendation nobody(Requirements requirements, Weighting weighting, Screening screening) {
        boolean inFull = requirements.wantsRobustness();
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
                inFull ? ShownOutcome.NO_ROBUSTNESS : null,
                inFull ? ShownOutcome.NO_EVIDENCE : null,
                inFull ? WhyNots.ofExcluded(screening) : List.of(),
                null,
                inFull ? Explanation.ofNobody(screening) : List.of(),
                RequirementsLink.write(comparison.slug(), requirements),
                day,
                Engine.VERSION);
    }

    private static Computation computation(Requirements requirements) {
        return new Computation(Objects.requireNonNull(requirements.method()), NormalisationName.SCALE);
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
