package dev.tradeoff.evidence;

import dev.tradeoff.evidence.Unit.Dimension;
import dev.tradeoff.knowledge.Claim;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A claim's figure, ready to be held against others. Relative figures are factors, however they were said: 50 % more is
 * 1.5 times as much, so that the same knowledge is treated alike.
 *
 * @param metric its canonical name
 * @param conditions without differences of case and spacing; null if they are not known
 * @param values in base units
 */
record Quantity(
        Claim claim,
        String metric,
        Dimension dimension,
        @Nullable String conditions,
        Interval values) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What figures have in common that are held against each other. */
    record Kind(String option, String metric, @Nullable String comparedTo, Dimension dimension) {}

    /** Empty where the claim has no figure, an incomplete one, or one that is no longer used. */
    static Optional<Quantity> of(Claim claim) {
        var spelling = claim.unit();
        if (spelling == null || spelling.isBlank() || isNameless(claim) || claim.rank() == Claim.Rank.DEPRECATED) {
            return Optional.empty();
        }
        var unit = Unit.of(spelling);
        return figure(claim)
                .map(figure -> new Quantity(
                        claim,
                        Metric.canonical(claim.metric()),
                        unit.dimension(),
                        plain(claim.conditions()),
                        inBaseUnits(claim.metric(), unit, figure)));
    }

    Kind kind() {
        return new Kind(claim.option(), metric, claim.comparedTo(), dimension);
    }

    /** Not compared with another option. */
    boolean isAbsolute() {
        return claim.comparedTo() == null;
    }

    /** Whether it says how many times as much its option has as another. */
    boolean isFactor() {
        return Metric.about(claim.metric()).isPresent() && dimension.equals(Dimension.NONE);
    }

    /** Whether both may have been found under the same conditions: they are the same, or those of one are not known. */
    boolean mayShareConditionsWith(Quantity other) {
        return mayBeSame(conditions, other.conditions);
    }

    static boolean mayBeSame(@Nullable String conditions, @Nullable String others) {
        return conditions == null || others == null || conditions.equals(others);
    }

    private static boolean isNameless(Claim claim) {
        return claim.option().isEmpty() || claim.metric().isEmpty();
    }

    private static Optional<Interval> figure(Claim claim) {
        var value = claim.value();
        var range = claim.range();
        if ((value == null) == (range == null) || claim.text() != null) {
            return Optional.empty();
        }
        return value != null ? Optional.of(Interval.of(value)) : Interval.of(range.min(), range.max());
    }

    private static Interval inBaseUnits(String metric, Unit unit, Interval figure) {
        var values = figure.each(unit::toBase);
        boolean isMoreBy = Metric.about(metric).isPresent() && unit.isPercent();
        return isMoreBy ? values.each(BigDecimal.ONE::add) : values;
    }

    private static @Nullable String plain(@Nullable String conditions) {
        return conditions == null
                ? null
                : SPACES.matcher(conditions.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
