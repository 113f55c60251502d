package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.recommendation.TailoredRecommendation.Consistency;
import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import dev.tradeoff.recommendation.TailoredRecommendation.ExcludedOption;
import dev.tradeoff.recommendation.TailoredRecommendation.JudgementToRevisit;
import dev.tradeoff.recommendation.TailoredRecommendation.LeftOutFactor;
import dev.tradeoff.recommendation.TailoredRecommendation.RankedOption;
import dev.tradeoff.recommendation.TailoredRecommendation.ScoreRange;
import dev.tradeoff.recommendation.TailoredRecommendation.WeightsOrigin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ranking as the answer shows it: slugs in place of indices, figures to twelve decimals. */
final class Shown {

    private final Ranking ranking;
    private final Appraisal appraisal;

    Shown(Ranking ranking) {
        this.ranking = ranking;
        this.appraisal = ranking.appraisal();
    }

    static Map<String, Double> weights(Weighting weighting) {
        var weights = new LinkedHashMap<String, Double>();
        weighting.byFactor().forEach((factor, weight) -> weights.put(factor, Figures.rounded(weight)));
        return weights;
    }

    Map<String, Double> weights() {
        return byFactor(ranking.weights());
    }

    Map<String, Double> byFactor(List<Double> figures) {
        var shown = new LinkedHashMap<String, Double>();
        for (int i = 0; i < figures.size(); i++) {
            shown.put(factor(i), Figures.rounded(figures.get(i)));
        }
        return Collections.unmodifiableMap(shown);
    }

    String factor(int column) {
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
        var analysis = ranking.analysis();
        var scores = analysis.scores();
        var ranges = analysis.scoreRanges();
        var parts = analysis.contributions();
        var weights = Figures.rounded(ranking.weights());
        return ranking.order().stream()
                .map(option -> new RankedOption(
                        ranking.rank(option),
                        ranking.slug(option),
                        Figures.rounded(scores.get(option)),
                        range(ranges.get(option)),
                        new Contributions(
                                appraisal.columns(),
                                appraisal.rows().get(option),
                                weights,
                                parts == null ? null : Figures.rounded(parts.get(option)))))
                .toList();
    }

    private static @Nullable ScoreRange range(Cell cell) {
        return cell instanceof Cell.Range(double min, double max) && min < max
                ? new ScoreRange(Figures.rounded(min), Figures.rounded(max))
                : null;
    }

    /** @param part of the score; null where it is no sum */
    static Contribution contribution(Appraisal.Column column, Appraised cell, double weight, @Nullable Double part) {
        return new Contribution(
                column.factor(),
                weight,
                cell.score(),
                cell.state(),
                cell.state() == null ? range(cell.cell()) : null,
                Figures.rounded(column.anchors().utility(cell.cell().mean())),
                part,
                cell.confidence(),
                cell.weak(),
                cell.claims());
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
        var margin = ranking.analysis().margin();
        return margin == null ? null : Figures.rounded(margin);
    }
}
