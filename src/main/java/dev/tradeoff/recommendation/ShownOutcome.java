package dev.tradeoff.recommendation;

import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.mcda.Stability;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import dev.tradeoff.recommendation.EvidenceUsed.WithoutWeakEvidence;
import dev.tradeoff.recommendation.Robustness.MethodAgreement;
import dev.tradeoff.recommendation.Robustness.RankReversal;
import dev.tradeoff.recommendation.Robustness.SmallestFlip;
import dev.tradeoff.recommendation.Robustness.StabilityInterval;
import dev.tradeoff.recommendation.TailoredRecommendation.VerdictReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer says of how far its ranking can be relied on. */
final class ShownOutcome {

    static final Robustness NO_ROBUSTNESS = new Robustness(List.of(), null, List.of(), true, List.of(), List.of());

    static final EvidenceUsed NO_EVIDENCE =
            new EvidenceUsed(List.of(), List.of(), new WithoutWeakEvidence(null, Survival.NO, 0));

    private final Outcome outcome;
    private final Ranking ranking;
    private final Appraisal appraisal;
    private final Shown shown;

    /** @param shown the ranking of the outcome */
    ShownOutcome(Outcome outcome, Shown shown) {
        this.outcome = outcome;
        this.ranking = outcome.ranking();
        this.appraisal = outcome.appraisal();
        this.shown = shown;
    }

    List<VerdictReason> verdictReasons() {
        return outcome.rules().stream()
                .map(rule -> new VerdictReason(rule, because(rule)))
                .toList();
    }

    private String because(Verdict.Rule rule) {
        var margin = outcome.analysis().margin();
        return switch (rule) {
            case SMALL_MARGIN ->
                "The first two are " + Figures.below(margin == null ? 0 : margin, Outcome.TOO_CLOSE)
                        + " apart, less than 0.02.";
            case OVERLAPPING_RANGES -> "What is unknown could turn the first two round: their score ranges overlap.";
            case SMALL_FLIP ->
                outcome.analysis()
                        .smallestFlip()
                        .map(flip -> "Another wins if the weight of "
                                + appraisal.columns().get(flip.criterion()).called() + " changes by "
                                + Figures.below(flip.change(), Outcome.SMALL_FLIP) + ", less than 0.1.")
                        .orElseThrow();
            case METHODS_DISAGREE ->
                "Another wins by "
                        + Prose.list(outcome.dissenting().stream()
                                .map(Anchored::title)
                                .toList()) + ".";
            case WEAK_EVIDENCE -> "Without weak evidence the winner does not stay first.";
            case ROBUST ->
                "The first two are well apart, no small change of one weight matters, all methods agree, and the winner stays without weak evidence.";
            case ONLY_OPTION -> "No other option is left to compare it with.";
        };
    }

    Robustness robustness() {
        var analysis = outcome.analysis();
        return new Robustness(
                stability(analysis),
                analysis.smallestFlip()
                        .map(flip -> new SmallestFlip(
                                shown.factor(flip.criterion()),
                                Figures.rounded(flip.from()),
                                Figures.rounded(flip.to()),
                                ranking.slug(flip.winners().getFirst())))
                        .orElse(null),
                outcome.prospects().shown(),
                outcome.acceptability().exact(),
                agreement(),
                analysis.rankReversals().stream()
                        .map(reversal ->
                                new RankReversal(ranking.slug(reversal.removed()), ranking.slugs(reversal.winners())))
                        .toList());
    }

    private List<StabilityInterval> stability(Analysis analysis) {
        var intervals = new ArrayList<StabilityInterval>();
        for (var stability : analysis.stability()) {
            intervals.add(interval(stability));
        }
        return intervals;
    }

    private List<MethodAgreement> agreement() {
        var agreement = new ArrayList<MethodAgreement>();
        outcome.byMethod()
                .forEach((method, winners) -> agreement.add(new MethodAgreement(
                        method,
                        winners.size() == 1 ? ranking.slug(winners.getFirst()) : null,
                        !outcome.dissenting().contains(method))));
        return agreement;
    }

    private StabilityInterval interval(Stability stability) {
        return new StabilityInterval(
                shown.factor(stability.criterion()),
                Figures.rounded(stability.weight()),
                Figures.rounded(stability.lowest()),
                Figures.rounded(stability.highest()),
                beyond(stability.below()),
                beyond(stability.above()));
    }

    private @Nullable String beyond(List<Integer> winners) {
        return winners.isEmpty() ? null : ranking.slug(winners.getFirst());
    }

    EvidenceUsed evidence() {
        var stripped = outcome.winnersWithoutWeakEvidence();
        return new EvidenceUsed(
                outcome.claims().claims(),
                outcome.claims().weak(),
                new WithoutWeakEvidence(
                        stripped.size() == 1 ? stripped.getFirst().slug() : null,
                        outcome.survival(),
                        Figures.rounded(outcome.editorialShare())));
    }
}
