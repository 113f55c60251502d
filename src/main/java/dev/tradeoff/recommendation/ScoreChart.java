package dev.tradeoff.recommendation;

import dev.tradeoff.chart.Chart;
import dev.tradeoff.chart.Standing;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.mcda.Anchors;
import dev.tradeoff.mcda.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures that recommendations are computed from, to be drawn: scores as they are, values of measures where their anchors
 * put them between 1 (the worst) and 5 (the best).
 */
public final class ScoreChart {

    private static final double WORST = 1;
    private static final double STEPS = 4;

    /** Means of claims have more digits than anybody measured. */
    private static final MathContext SHORT = new MathContext(5);

    private final Map<String, Claim> claims;
    private final EvidenceSettings settings;

    private ScoreChart(Comparison comparison, EvidenceSettings settings) {
        this.claims = comparison.claims().stream()
                .collect(Collectors.toMap(Member::slug, Function.identity(), (first, second) -> first));
        this.settings = settings;
    }

    /** Of everything that is published of a comparison. */
    public static Chart of(Comparison comparison, EvidenceSettings settings) {
        return of(comparison, comparison.options(), comparison.factors(), settings);
    }

    /**
     * Of some of it.
     *
     * @param options two or more of the comparison's, in the order in which they are shown
     * @param factors of the comparison, likewise
     */
    public static Chart of(
            Comparison comparison, List<Option> options, List<Factor> factors, EvidenceSettings settings) {
        var drawn = new ScoreChart(comparison, settings);
        return new Chart(
                comparison.title(),
                options.stream().map(Option::name).toList(),
                factors.stream().map(factor -> drawn.axis(factor, options)).toList());
    }

    private Chart.Axis axis(Factor factor, List<Option> options) {
        var assessments = factor.assessments().stream()
                .collect(Collectors.toMap(Assessment::option, Function.identity(), (first, second) -> first));
        return new Chart.Axis(
                factor.name(),
                factor.weight() == null ? 0 : factor.weight().doubleValue(),
                options.stream()
                        .map(option -> standing(factor, assessments.get(option.slug())))
                        .toList());
    }

    private Standing standing(Factor factor, @Nullable Assessment assessment) {
        if (assessment == null) {
            return new Standing.Unknown();
        }
        var figure = Appraised.figure(factor, assessment, claims, settings);
        return switch (figure) {
            case null -> withoutFigure(assessment);
            case Cell.Exact exact -> at(factor, assessment, exact.mean());
            case Cell.Normal normal -> at(factor, assessment, normal.mean());
            case Cell.Range(double min, double max) -> between(factor, min, max);
        };
    }

    private static Standing withoutFigure(Assessment assessment) {
        return assessment.scoreState() == Assessment.ScoreState.NOT_APPLICABLE
                ? new Standing.NotApplicable()
                : new Standing.Unknown();
    }

    private static Standing at(Factor factor, Assessment assessment, double figure) {
        return new Standing.At(place(factor, figure), said(factor, assessment, figure));
    }

    private static Standing between(Factor factor, double min, double max) {
        double one = place(factor, min);
        double other = place(factor, max);
        return new Standing.Between(
                Math.min(one, other), Math.max(one, other), said(min) + " to " + said(max) + unit(factor));
    }

    private static double place(Factor factor, double figure) {
        Anchors anchors = Appraised.anchors(factor);
        return WORST + STEPS * anchors.utility(figure);
    }

    private static String said(Factor factor, Assessment assessment, double figure) {
        BigDecimal written = factor.kind() == Factor.Kind.RATING ? assessment.score() : assessment.value();
        return (written == null ? said(figure) : written.toPlainString()) + unit(factor);
    }

    private static String said(double figure) {
        return BigDecimal.valueOf(figure).round(SHORT).stripTrailingZeros().toPlainString();
    }

    private static String unit(Factor factor) {
        return factor.unit() == null ? "" : " " + factor.unit();
    }
}
