package dev.tradeoff.recommendation;

import dev.tradeoff.evidence.Units;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.mcda.Anchors;
import dev.tradeoff.mcda.Cell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a measure that is taken from its claims: from the preferred ones, else from the normal ones, never from
 * deprecated ones. Several that agree are averaged; several that contradict one another, and ranges, become a range.
 */
final class Measured {

    private final Anchors anchors;
    private final String unit;

    private Measured(Factor factor) {
        this.anchors = Appraised.anchors(factor);
        this.unit = Objects.requireNonNullElse(factor.unit(), "");
    }

    /** An end of what a claim says, in the factor's unit; several claims are joined. */
    private record Span(double min, double max) {

        Span join(Span that) {
            return new Span(Math.min(min, that.min), Math.max(max, that.max));
        }

        boolean isPoint() {
            return min == max;
        }
    }

    /** Empty where no claim has a figure in a unit that can be converted to the factor's. */
    static Optional<Cell> of(
            Factor factor, Assessment assessment, Map<String, Claim> claims, double contradictionRatio) {
        var measured = new Measured(factor);
        for (var rank : List.of(Claim.Rank.PREFERRED, Claim.Rank.NORMAL)) {
            var spans = assessment.claims().stream()
                    .map(claims::get)
                    .filter(claim -> claim != null && claim.rank() == rank && claim.comparedTo() == null)
                    .flatMap(claim -> measured.span(claim).stream())
                    .toList();
            if (!spans.isEmpty()) {
                return Optional.of(cell(spans, contradictionRatio));
            }
        }
        return Optional.empty();
    }

    private static Cell cell(List<Span> spans, double contradictionRatio) {
        var all = spans.stream().reduce(Span::join).orElseThrow();
        boolean agree = spans.stream().allMatch(Span::isPoint) && !contradict(all, contradictionRatio);
        return agree
                ? Cell.of(spans.stream().mapToDouble(Span::min).sum() / spans.size())
                : new Cell.Range(all.min(), all.max());
    }

    private static boolean contradict(Span all, double ratio) {
        if (all.isPoint()) {
            return false;
        }
        if (all.min() <= 0 && all.max() >= 0) {
            return true; // zero or another sign: no ratio tells how far apart they are
        }
        double far = Math.max(Math.abs(all.min()), Math.abs(all.max()));
        return far / Math.min(Math.abs(all.min()), Math.abs(all.max())) >= ratio;
    }

    private Optional<Span> span(Claim claim) {
        var range = claim.range();
        if (range == null) {
            return converted(claim.value(), claim).map(value -> new Span(value, value));
        }
        var min = converted(range.min(), claim);
        var max = converted(range.max(), claim);
        if (min.isEmpty() && max.isEmpty()) {
            return Optional.empty();
        }
        // An open end reaches as far as the factor's scale, or no further than the other end.
        double lowest = Math.min(anchors.worst(), anchors.best());
        double highest = Math.max(anchors.worst(), anchors.best());
        double low = min.orElseGet(() -> Math.min(lowest, max.orElseThrow()));
        double high = max.orElseGet(() -> Math.max(highest, low));
        return Optional.of(new Span(low, high));
    }

    private Optional<Double> converted(@Nullable BigDecimal figure, Claim claim) {
        var from = claim.unit();
        return figure == null || from == null || from.isBlank() || unit.isBlank()
                ? Optional.empty()
                : Units.convert(figure, from, unit).map(BigDecimal::doubleValue);
    }
}
