package dev.tradeoff.evidence;

import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims, numbers and names in words. */
final class Wording {

    private static final int MOST_DECIMALS = 60;

    private final Map<String, String> optionNames;

    Wording(Comparison comparison) {
        this.optionNames = comparison.options().stream()
                .filter(option -> !option.name().isBlank())
                .collect(Collectors.toMap(Option::slug, Option::name, (first, second) -> first));
    }

    /** Its name, or its slug where it has none. */
    String option(String slug) {
        return optionNames.getOrDefault(slug, slug);
    }

    /** {@code Node.js for requests per second}; a relative one with the option that it is compared with. */
    String kind(Quantity quantity) {
        var comparedTo = quantity.claim().comparedTo();
        return option(quantity.claim().option())
                + (comparedTo == null ? "" : " against " + option(comparedTo))
                + " for " + quantity.metric().replace('-', ' ');
    }

    /** {@code about 55,200 1/s (express-throughput)}. */
    static String named(Quantity quantity) {
        return figure(quantity) + " (" + quantity.claim().slug() + ")";
    }

    /** {@code about 55,200 1/s}, {@code 80,000 to 250,000}, {@code 2,000,000 or more}. */
    static String figure(Quantity quantity) {
        var claim = quantity.claim();
        return (claim.approximate() ? "about " : "") + numbers(claim) + unit(claim);
    }

    private static String numbers(Claim claim) {
        var range = claim.range();
        return range == null ? ends(claim.value(), claim.value()) : ends(range.min(), range.max());
    }

    private static String unit(Claim claim) {
        return claim.unit() == null || claim.unit().equals("1") ? "" : " " + claim.unit();
    }

    /** Four digits of each end. */
    static String brief(Interval values) {
        return ends(brief(values.min()), brief(values.max()));
    }

    private static @Nullable BigDecimal brief(@Nullable BigDecimal end) {
        return end == null ? null : end.round(new MathContext(4, RoundingMode.HALF_UP));
    }

    /** {@code 44.9 % more}, {@code 20 % less}. */
    static String more(Interval percent) {
        var most = percent.max();
        boolean isLess = most != null && most.signum() < 0;
        var shown = isLess ? percent.negated() : percent;
        return ends(rounded(shown.min()), rounded(shown.max())) + " % " + (isLess ? "less" : "more");
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal end) {
        return end == null ? null : end.setScale(1, RoundingMode.HALF_UP);
    }

    private static String ends(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min == null) {
            return max == null ? "any" : number(max) + " or less";
        }
        if (max == null) {
            return number(min) + " or more";
        }
        return min.compareTo(max) == 0 ? number(min) : number(min) + " to " + number(max);
    }

    private static String number(BigDecimal number) {
        return format("#,##0", MOST_DECIMALS).format(number);
    }

    /** {@code 4.4 times}. */
    static String times(BigDecimal ratio) {
        return format("#,##0.0", 1).format(ratio) + " times";
    }

    /** {@code 22 times}; below ten with one decimal. */
    static String wholeTimes(BigDecimal ratio) {
        return ratio.compareTo(BigDecimal.TEN) < 0
                ? times(ratio)
                : format("#,##0", 0).format(ratio) + " times";
    }

    /** {@code 20 %}. */
    static String percent(BigDecimal percent) {
        return format("#,##0", 0).format(percent) + " %";
    }

    /** {@code 1 year 6 months}. */
    static String period(Period period) {
        return Stream.of(
                        count(period.getYears(), "year"),
                        count(period.getMonths(), "month"),
                        count(period.getDays(), "day"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String count(int many, String noun) {
        return many == 0 ? "" : many + " " + noun + (many == 1 ? "" : "s");
    }

    /** One each: they are not made for several threads. */
    private static DecimalFormat format(String pattern, int mostDecimals) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(mostDecimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
