package dev.tradeoff.page;

import dev.tradeoff.recommendation.TailoredRecommendation.ScoreRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A computed figure: as the API has it, and as people read it. */
public record Figure(double value) {

    private static final int DECIMALS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST = new BigDecimal("0.001");
    private static final BigDecimal LEAST_PERCENT = new BigDecimal("0.1");

    /** All digits that the API gives. */
    public String exact() {
        var digits = BigDecimal.valueOf(value).stripTrailingZeros();
        return (digits.scale() < 0 ? digits.setScale(0) : digits).toPlainString();
    }

    /** To three decimals: {@code 0.714}. */
    public String said() {
        return rounded(BigDecimal.valueOf(value), DECIMALS, LEAST);
    }

    /** A share in per cent, to one decimal: {@code 15.2 %}. */
    public String percent() {
        if (value == 1) {
            return "100 %";
        }
        var percent = BigDecimal.valueOf(value).multiply(HUNDRED);
        boolean isNearlyAll = value < 1 && percent.compareTo(HUNDRED.subtract(LEAST_PERCENT)) > 0;
        return (isNearlyAll ? "over 99.9" : rounded(percent, 1, LEAST_PERCENT)) + " %";
    }

    /** From the least to the greatest that it may be; empty if that is known. */
    static String range(@Nullable ScoreRange range) {
        return range == null ? "" : new Figure(range.min()).said() + " to " + new Figure(range.max()).said();
    }

    private static String rounded(BigDecimal figure, int decimals, BigDecimal least) {
        if (figure.signum() != 0 && figure.abs().compareTo(least) < 0) {
            return (figure.signum() < 0 ? "above −" : "under ") + least.toPlainString();
        }
        var rounded = figure.setScale(decimals, RoundingMode.HALF_EVEN);
        var text = (rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString();
        return text.replace('-', '−');
    }
}
