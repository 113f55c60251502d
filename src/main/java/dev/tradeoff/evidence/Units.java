package dev.tradeoff.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Figures in other units. */
public final class Units {

    private Units() {}

    /**
     * A figure in another unit, to 34 digits; empty where the units measure different things, or one of them is not known
     * and not the same to the letter.
     *
     * @param from not blank
     * @param to not blank
     */
    public static Optional<BigDecimal> convert(BigDecimal figure, String from, String to) {
        var source = Unit.of(from);
        var target = Unit.of(to);
        return source.dimension().equals(target.dimension())
                ? Optional.of(source.toBase(figure)
                        .multiply(target.denominator())
                        .divide(target.numerator(), MathContext.DECIMAL128))
                : Optional.empty();
    }
}
