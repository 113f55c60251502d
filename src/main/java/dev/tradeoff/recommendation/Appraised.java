package dev.tradeoff.recommendation;

import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Assessment.ScoreState;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.mcda.Anchors;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.recommendation.Requirements.Experience;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One option under one factor, as the arithmetic takes it. Immutable. */
final class Appraised {

    private static final Anchors RATING = new Anchors(1, 5);

    private static final List<Appraised> EXPERIENCE = Stream.of(Experience.values())
            .map(level ->
                    new Appraised(Cell.of(level.worth()), Figures.decimal(level.worth()), null, null, List.of(), false))
            .toList();

    private final Cell cell;
    private final @Nullable BigDecimal score;
    private final @Nullable ScoreState state;
    private final Assessment.@Nullable Confidence confidence;
    private final List<String> claims;
    private final boolean weak;
    private volatile @Nullable WrittenCell written;

    Appraised(
            Cell cell,
            @Nullable BigDecimal score,
            @Nullable ScoreState state,
            Assessment.@Nullable Confidence confidence,
            List<String> claims,
            boolean weak) {
        this.cell = cell;
        this.score = score;
        this.state = state;
        this.confidence = confidence;
        this.claims = claims;
        this.weak = weak;
    }

    static Appraised of(
            Factor factor,
            Assessment assessment,
            Map<String, Claim> claims,
            Evidence evidence,
            EvidenceSettings settings) {
        var anchors = anchors(factor);
        var figure = figure(factor, assessment, claims, settings);
        var state = figure == null && assessment.scoreState() == null ? ScoreState.UNKNOWN : assessment.scoreState();
        var cell = figure != null
                ? figure
                : state == ScoreState.NOT_APPLICABLE ? Cell.of(anchors.worst()) : anything(anchors);
        return new Appraised(
                cell,
                figure instanceof Cell.Exact(double value) ? decimal(factor, assessment, value) : null,
                figure == null ? state : null,
                assessment.confidence(),
                assessment.claims(),
                evidence.isWeak(assessment));
    }

    /** What a team says that it knows. */
    static Appraised of(Experience level) {
        return EXPERIENCE.get(level.ordinal());
    }

    /** The anchors of the factor's scale: 1 and 5 of a rating, its own of a measure. */
    static Anchors anchors(Factor factor) {
        return switch (factor.kind()) {
            case RATING -> RATING;
            case MEASURE ->
                new Anchors(
                        Objects.requireNonNull(factor.worst()).doubleValue(),
                        Objects.requireNonNull(factor.best()).doubleValue());
        };
    }

    static Cell anything(Anchors anchors) {
        return new Cell.Range(Math.min(anchors.worst(), anchors.best()), Math.max(anchors.worst(), anchors.best()));
    }

    /** Null where nothing is known or applies. */
    static @Nullable Cell figure(
            Factor factor, Assessment assessment, Map<String, Claim> claims, EvidenceSettings settings) {
        if (assessment.scoreState() != null) {
            return null;
        }
        return switch (factor.kind()) {
            case RATING -> cell(assessment.score());
            case MEASURE ->
                assessment.value() != null
                        ? cell(assessment.value())
                        : Measured.of(factor, assessment, claims, settings.contradictionRatio())
                                .orElse(null);
        };
    }

    private static @Nullable Cell cell(@Nullable BigDecimal figure) {
        return figure == null ? null : Cell.of(figure.doubleValue());
    }

    private static BigDecimal decimal(Factor factor, Assessment assessment, double value) {
        var said = factor.kind() == Factor.Kind.RATING ? assessment.score() : assessment.value();
        return said == null ? Figures.decimal(value) : said;
    }

    /** In the factor's own units; what is unknown is anything on the scale. */
    Cell cell() {
        return cell;
    }

    /** The figure that the cell stands for; null where there is none, or where claims leave a range. */
    @Nullable
    BigDecimal score() {
        return score;
    }

    /** Why there is no figure; null where there is one, or a range. */
    @Nullable
    ScoreState state() {
        return state;
    }

    Assessment.@Nullable Confidence confidence() {
        return confidence;
    }

    /** What it rests on; none: it is editorial. */
    List<String> claims() {
        return claims;
    }

    /** Whether the evidence that it rests on is weak. */
    boolean weak() {
        return weak;
    }

    /** Its JSON, prepared when it is written for the first time: a cell stands in one column only. */
    WrittenCell written(Appraisal.Column column) {
        var known = written;
        if (known == null) {
            known = WrittenCell.of(Shown.contribution(column, this, 0, null));
            written = known;
        }
        return known;
    }

    boolean isUnknown() {
        return state == ScoreState.UNKNOWN;
    }

    boolean isNotApplicable() {
        return state == ScoreState.NOT_APPLICABLE;
    }

    /** Whether there is a judgement, and it rests on no claim. */
    boolean isEditorial() {
        return claims.isEmpty() && state == null;
    }

    /** Whether it would be unknown if weak evidence counted for nothing. */
    boolean fallsWithWeakEvidence() {
        return weak && state == null;
    }

    /** The same with nothing known of it. */
    Appraised unknown(Anchors anchors) {
        return new Appraised(anything(anchors), null, ScoreState.UNKNOWN, confidence, claims, weak);
    }

    /** The same with its mean for certain. */
    Appraised held() {
        return new Appraised(Cell.of(cell.mean()), score, state, confidence, claims, weak);
    }
}
