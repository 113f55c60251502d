package dev.tradeoff.recommendation;

import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.mcda.Stability;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import dev.tradeoff.recommendation.EvidenceUsed.WeakClaim;
import dev.tradeoff.recommendation.EvidenceUsed.WithoutWeakEvidence;
import dev.tradeoff.recommendation.Robustness.MethodAgreement;
import dev.tradeoff.recommendation.Robustness.RankAcceptability;
import dev.tradeoff.recommendation.Robustness.RankReversal;
import dev.tradeoff.recommendation.Robustness.SmallestFlip;
import dev.tradeoff.recommendation.Robustness.StabilityInterval;
import dev.tradeoff.recommendation.TailoredRecommendation.Consistency;
import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import dev.tradeoff.recommendation.TailoredRecommendation.ExcludedOption;
import dev.tradeoff.recommendation.TailoredRecommendation.JudgementToRevisit;
import dev.tradeoff.recommendation.TailoredRecommendation.LeftOutFactor;
import dev.tradeoff.recommendation.TailoredRecommendation.RankedOption;
import dev.tradeoff.recommendation.TailoredRecommendation.ScoreRange;
import dev.tradeoff.recommendation.TailoredRecommendation.VerdictReason;
import dev.tradeoff.recommendation.TailoredRecommendation.WeightsOrigin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An outcome as the answer shows it: slugs in place of indices, figures to twelve decimals. */
final class Shown {

    static final Robustness NO_ROBUSTNESS = new Robustness(List.of(), null, List.of(), true, List.of(), List.of());

    static final EvidenceUsed NO_EVIDENCE =
            new EvidenceUsed(List.of(), List.of(), new WithoutWeakEvidence(null, Survival.NO, 0));

    private final Outcome outcome;
    private final Appraisal appraisal;
    private final Comparison comparison;

    Shown(Outcome outcome, Comparison comparison) {
        this.outcome = outcome;
        this.appraisal = outcome.appraisal();
        this.comparison = comparison;
    }

    static Map<String, Double> weights(Weighting weighting) {
        var weights = new LinkedHashMap<String, Double>();
        weighting.byFactor().forEach((factor, weight) -> weights.put(factor, Figures.rounded(weight)));
        return weights;
    }

    Map<String, Double> weights() {
        return byFactor(outcome.analysis().weights());
    }

    private Map<String, Double> byFactor(List<Double> figures) {
        var shown = new LinkedHashMap<String, Double>();
        for (int i = 0; i < figures.size(); i++) {
            shown.put(factor(i), Figures.rounded(figures.get(i)));
        }
        return Collections.unmodifiableMap(shown);
    }

    private String factor(int column) {
        return appraisal.columns().get(column).factor();
    }

    static WeightsOrigin origin(Weighting weighting, Requirements requirements, Comparison comparison) {
        var detail =
                switch (weighting.origin()) {
                    case WEIGHTS -> "The weights that were sent, rescaled to 1; factors that they don't name weigh 0.";
                    case PRIORITIES ->
                        "Rank-order-centroid weights of the "
                                + requirements.priorities().size() + " factors in their order; all others weigh 0.";
                    case PAIRWISE ->
                        "The principal eigenvector of the judgements on "
                                + weighting.judged().size() + " factors; all others weigh 0.";
                    case USE_CASES -> useCases(requirements, comparison);
                    case DEFAULTS -> "The comparison's own default weights, since nothing was said about what matters.";
                };
        return new WeightsOrigin(weighting.origin(), detail, consistency(weighting));
    }

    private static String useCases(Requirements requirements, Comparison comparison) {
        var named = comparison.useCases().stream()
                .filter(useCase -> requirements.useCases().contains(useCase.slug()))
                .map(useCase -> Prose.quoted(useCase.name()))
                .toList();
        return named.size() == 1
                ? "The weight profile of the use case " + named.getFirst()
                        + "; factors that it doesn't name keep their default weight."
                : "The mean of the weight profiles of " + Prose.list(named)
                        + ", each rescaled to 1 before; factors that one doesn't name keep their default weight in it.";
    }

    private static @Nullable Consistency consistency(Weighting weighting) {
        var judgements = weighting.judgements();
        if (judgements == null) {
            return null;
        }
        var revisit = judgements.revisit();
        return new Consistency(
                Figures.rounded(judgements.lambdaMax()),
                Figures.rounded(judgements.consistencyIndex()),
                Figures.rounded(judgements.consistencyRatio()),
                judgements.randomIndex(),
                judgements.randomIndexTable(),
                judgements.consistent(),
                revisit == null
                        ? null
                        : new JudgementToRevisit(
                                weighting.judged().get(revisit.row()),
                                weighting.judged().get(revisit.column()),
                                Figures.rounded(revisit.judgement()),
                                Figures.rounded(revisit.suggested())));
    }

    List<RankedOption> ranking() {
        var analysis = outcome.analysis();
        var ranges = analysis.scoreRanges();
        return outcome.order().stream()
                .map(option -> new RankedOption(
                        analysis.ranks().get(option),
                        outcome.slug(option),
                        Figures.rounded(analysis.scores().get(option)),
                        range(ranges.get(option)),
                        contributions(option)))
                .toList();
    }

    private static @Nullable ScoreRange range(Cell cell) {
        return cell instanceof Cell.Range(double min, double max) && min < max
                ? new ScoreRange(Figures.rounded(min), Figures.rounded(max))
                : null;
    }

    private List<Contribution> contributions(int option) {
        var parts = outcome.analysis().contributions();
        return IntStream.range(0, appraisal.columns().size())
                .mapToObj(column -> {
                    var cell = appraisal.at(option, column);
                    return new Contribution(
                            factor(column),
                            Figures.rounded(outcome.analysis().weights().get(column)),
                            cell.score(),
                            cell.state(),
                            cell.state() == null ? range(cell.cell()) : null,
                            Figures.rounded(appraisal.utility(option, column)),
                            parts == null
                                    ? null
                                    : Figures.rounded(parts.get(option).get(column)),
                            cell.confidence(),
                            cell.weak(),
                            cell.claims());
                })
                .toList();
    }

    static List<ExcludedOption> excluded(Screening screening) {
        return screening.excluded().stream()
                .map(exclusion ->
                        new ExcludedOption(exclusion.option().slug(), exclusion.constraint(), exclusion.score()))
                .toList();
    }

    List<LeftOutFactor> leftOut() {
        return appraisal.leftOut().stream()
                .map(factor -> new LeftOutFactor(
                        factor.slug(), "It does not apply to every option, so that no option is judged by it."))
                .toList();
    }

    static List<String> warnings(Screening screening, Weighting weighting) {
        var warnings = new ArrayList<>(screening.warnings());
        var judgements = weighting.judgements();
        if (judgements != null && !judgements.consistent()) {
            warnings.add("The pairwise judgements contradict one another (consistency ratio "
                    + Figures.said(judgements.consistencyRatio())
                    + ", more than 0.1): revisit the one that the answer names before relying on the weights.");
        }
        return warnings;
    }

    @Nullable
    Double margin() {
        var margin = outcome.analysis().margin();
        return margin == null ? null : Figures.rounded(margin);
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
                analysis.stability().stream().map(this::interval).toList(),
                analysis.smallestFlip()
                        .map(flip -> new SmallestFlip(
                                factor(flip.criterion()),
                                Figures.rounded(flip.from()),
                                Figures.rounded(flip.to()),
                                outcome.slug(flip.winners().getFirst())))
                        .orElse(null),
                acceptability(),
                outcome.acceptability().exact(),
                outcome.byMethod().entrySet().stream()
                        .map(entry -> new MethodAgreement(
                                entry.getKey(),
                                entry.getValue().size() == 1
                                        ? outcome.slug(entry.getValue().getFirst())
                                        : null,
                                !outcome.dissenting().contains(entry.getKey())))
                        .toList(),
                analysis.rankReversals().stream()
                        .map(reversal ->
                                new RankReversal(outcome.slug(reversal.removed()), outcome.slugs(reversal.winners())))
                        .toList());
    }

    private StabilityInterval interval(Stability stability) {
        return new StabilityInterval(
                factor(stability.criterion()),
                Figures.rounded(stability.weight()),
                Figures.rounded(stability.lowest()),
                Figures.rounded(stability.highest()),
                beyond(stability.below()),
                beyond(stability.above()));
    }

    private @Nullable String beyond(List<Integer> winners) {
        return winners.isEmpty() ? null : outcome.slug(winners.getFirst());
    }

    private List<RankAcceptability> acceptability() {
        var acceptability = outcome.acceptability();
        return IntStream.range(0, appraisal.options().size())
                .mapToObj(option -> {
                    var central = acceptability.centralWeights().get(option);
                    var confidence = acceptability.confidence().get(option);
                    return new RankAcceptability(
                            outcome.slug(option),
                            Figures.rounded(acceptability.ranks().get(option)),
                            central == null ? null : byFactor(central),
                            confidence == null ? null : Figures.rounded(confidence));
                })
                .toList();
    }

    EvidenceUsed evidence() {
        var stripped = outcome.winnersWithoutWeakEvidence();
        return new EvidenceUsed(
                outcome.claims(comparison),
                outcome.weakClaims(comparison).stream()
                        .map(claim -> new WeakClaim(
                                claim,
                                outcome.evidence().weaknesses(claim).stream()
                                        .map(ClaimIssue::slug)
                                        .toList()))
                        .toList(),
                new WithoutWeakEvidence(
                        stripped.size() == 1 ? stripped.getFirst().slug() : null,
                        outcome.survival(),
                        Figures.rounded(outcome.editorialShare())));
    }
}
