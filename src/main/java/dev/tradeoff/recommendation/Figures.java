package dev.tradeoff.recommendation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How computed figures are shown. */
final class Figures {

    /** Beyond the twelfth decimal stand only the traces of binary arithmetic. */
    private static final double DECIMALS = 1e12;

    private static final int DIGITS = 12;

    /** Units of the last decimal. */
    private static final double WELL_APART = 3;

    private Figures() {}

    /** To twelve decimals, never minus zero. */
    static double rounded(double figure) {
        return Math.abs(figure) < 1e3 ? Math.rint(figure * DECIMALS) / DECIMALS + 0.0 : figure;
    }

    static List<Double> rounded(List<Double> figures) {
        return figures.stream().map(Figures::rounded).toList();
    }

    /** To twelve digits, in plain notation. */
    static BigDecimal decimal(double figure) {
        var decimal = new BigDecimal(figure).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        var stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** For sentences: two decimals, or as many as it takes to show that it is not 0. */
    static String said(double figure) {
        var rounded = new BigDecimal(figure).setScale(2, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0 && Math.abs(figure) >= 1e-9) {
            rounded = new BigDecimal(figure).round(new MathContext(1, RoundingMode.HALF_EVEN));
        }
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** A figure for a sentence that names another beside it: with as many decimals as it takes to tell them well apart. */
    static String said(double figure, double beside) {
        double apart = Math.abs(figure - beside);
        int decimals = 2;
        while (apart > 0 && apart < WELL_APART * Math.pow(10, -decimals) && decimals < DIGITS) {
            decimals++;
        }
        var rounded = new BigDecimal(figure).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String said(@Nullable BigDecimal figure) {
        return figure == null ? "unknown" : figure.toPlainString();
    }

    /** A share in whole per cent; what is neither nothing nor all is not said to be. */
    static String percent(double share) {
        long whole = Math.round(share * 100);
        if (whole == 0 && share > 0) {
            return "less than 1 %";
        }
        return whole == 100 && share < 1 ? "more than 99 %" : whole + " %";
    }
}
