package dev.tradeoff.evidence;

import dev.tradeoff.knowledge.Claim;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One number of a finding's arithmetic. */
@Schema(name = "EvidenceFigure", description = "One number of a finding's arithmetic: what went in, or what came out.")
public record Figure(
        @Schema(
                description =
                        "What went in: `value`, or `min` and `max` of a range, as the claim has it. What came out: `ratio` (how many times apart), `concurrency` (mean requests in flight), `percent`; of ranges `concurrency-min`, `percent-max` and so on.")
        String name,

        @Schema(description = "Of what came out, at most 16 digits.")
        BigDecimal value,

        @Schema(description = "The claim's own unit; of what came out, `1` or `%`.")
        String unit,

        @Schema(
                description =
                        "Slug of the claim that has it, or of the throughput of the run; null for what is of all.")
        @Nullable
        String claim) {

    public Figure {
        var stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What goes in with claims that have a figure and a unit, in their order. */
    static Stream<Figure> in(Claim... claims) {
        return Arrays.stream(claims).flatMap(claim -> {
            var range = claim.range();
            return range == null
                    ? in("value", claim.value(), claim)
                    : Stream.concat(in("min", range.min(), claim), in("max", range.max(), claim));
        });
    }

    /** What comes out; both ends of it, where they differ. */
    static Stream<Figure> out(String name, Interval values, String unit, @Nullable String claim) {
        var min = values.min();
        var max = values.max();
        return min != null && max != null && min.compareTo(max) == 0
                ? Stream.of(out(name, min, unit, claim))
                : Stream.concat(end(name + "-min", min, unit, claim), end(name + "-max", max, unit, claim));
    }

    static Figure out(String name, BigDecimal value, String unit, @Nullable String claim) {
        return new Figure(name, value.round(MathContext.DECIMAL64), unit, claim);
    }

    private static Stream<Figure> in(String name, @Nullable BigDecimal value, Claim claim) {
        return value == null
                ? Stream.of()
                : Stream.of(new Figure(name, value, Objects.requireNonNull(claim.unit()), claim.slug()));
    }

    private static Stream<Figure> end(String name, @Nullable BigDecimal value, String unit, @Nullable String claim) {
        return value == null ? Stream.of() : Stream.of(out(name, value, unit, claim));
    }
}
