package dev.tradeoff.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values that a figure may have: a closed interval, of which one end may be open, or a single value. What is looked at
 * for each pair of figures is computed with doubles; what is shown of some, with decimals.
 */
final class Interval {

    /** No ratio: zero against something else, or figures of different sign. */
    static final double NO_RATIO = Double.POSITIVE_INFINITY;

    /** So much of a number is not told from rounding. */
    private static final double ROUNDING = 1e-12;

    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;
    private final double low;
    private final double high;

    private Interval(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        this.min = min;
        this.max = max;
        this.low = min == null ? Double.NEGATIVE_INFINITY : min.doubleValue();
        this.high = max == null ? Double.POSITIVE_INFINITY : max.doubleValue();
    }

    static Interval of(BigDecimal value) {
        return new Interval(value, value);
    }

    /** Empty where both ends are open, or in the wrong order: that is no figure. */
    static Optional<Interval> of(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        boolean nothing = min == null && max == null;
        boolean wrong = min != null && max != null && min.compareTo(max) > 0;
        return nothing || wrong ? Optional.empty() : Optional.of(new Interval(min, max));
    }

    @Nullable
    BigDecimal min() {
        return min;
    }

    @Nullable
    BigDecimal max() {
        return max;
    }

    /** Whether it holds no value of zero or less, but perhaps that of an open end. */
    boolean isPositive() {
        return min != null ? min.signum() > 0 : max != null && max.signum() > 0;
    }

    /** With both ends changed by a function that keeps their order. */
    Interval each(UnaryOperator<BigDecimal> change) {
        return new Interval(min == null ? null : change.apply(min), max == null ? null : change.apply(max));
    }

    Interval negated() {
        return new Interval(max == null ? null : max.negate(), min == null ? null : min.negate());
    }

    /** Of positive ones; empty where nothing is known of the product. */
    Optional<Interval> times(Interval other) {
        return of(product(min, other.min), product(max, other.max));
    }

    /** Of positive ones. */
    Interval over(Interval other) {
        return new Interval(quotient(min, other.max), quotient(max, other.min));
    }

    /** Stretched on both sides by a share of each end, of positive ones. */
    Interval widened(BigDecimal share) {
        return new Interval(product(min, BigDecimal.ONE.subtract(share)), product(max, BigDecimal.ONE.add(share)));
    }

    /** Whether the quotient of two positive ones lies within it, whatever values they have. */
    boolean containsQuotient(Interval some, Interval other) {
        double most = other.low > 0 ? some.high / other.low : Double.POSITIVE_INFINITY;
        return isAtMost(low, some.low / other.high) && isAtMost(most, high);
    }

    /** How many times the nearest ends are apart: 1 where the intervals meet, {@link #NO_RATIO} where there is none. */
    double apart(Interval other) {
        if (high < other.low) {
            return ratio(high, other.low);
        }
        return other.high < low ? ratio(other.high, low) : 1;
    }

    /** Whether they are at least so many times apart, which those that meet never are. */
    static boolean reaches(double apart, double ratio) {
        return apart > 1 && apart * (1 + ROUNDING) >= ratio;
    }

    /** The same as {@link #apart} with 16 digits; empty where there is no ratio. */
    Optional<BigDecimal> ratio(Interval other) {
        double apart = apart(other);
        if (apart == NO_RATIO) {
            return Optional.empty();
        }
        if (apart == 1) {
            return Optional.of(BigDecimal.ONE);
        }
        return high < other.low ? ratio(max, other.min) : ratio(other.max, min);
    }

    private static boolean isAtMost(double a, double b) {
        return a <= b || a <= b + ROUNDING * Math.abs(b);
    }

    private static double ratio(double below, double above) {
        if (below > 0) {
            return above / below;
        }
        return above < 0 ? below / above : NO_RATIO;
    }

    private static Optional<BigDecimal> ratio(@Nullable BigDecimal below, @Nullable BigDecimal above) {
        if (below == null || above == null) {
            return Optional.empty();
        }
        return Optional.of(
                below.signum() > 0
                        ? above.divide(below, MathContext.DECIMAL64)
                        : below.divide(above, MathContext.DECIMAL64));
    }

    private static @Nullable BigDecimal product(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.multiply(b, MathContext.DECIMAL128);
    }

    private static @Nullable BigDecimal quotient(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.divide(b, MathContext.DECIMAL128);
    }
}
