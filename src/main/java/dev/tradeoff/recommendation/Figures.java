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

    /** Below this the traces of binary arithmetic are far below {@link #MIDDLE}. */
    private static final double LARGEST_CLEAR = 1e8;

    private static final double MIDDLE = 1e-6;

    /** The same of figures of twelve digits: the traces are below 0.0002. */
    private static final double MIDDLE_OF_MANY = 1e-3;

    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    /** Units of the last decimal. */
    private static final double WELL_APART = 3;

    private Figures() {}

    /** To twelve decimals, never minus zero. */
    static double rounded(double figure) {
        return Math.abs(figure) < 1e3 ? Math.rint(figure * DECIMALS) / DECIMALS + 0.0 : figure;
    }

    static List<Double> rounded(List<Double> figures) {
        var rounded = new Double[figures.size()];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = rounded(figures.get(i));
        }
        return List.of(rounded);
    }

    /** To twelve digits, in plain notation. */
    static BigDecimal decimal(double figure) {
        var decimal = digits(figure);
        var stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What is between 0.1 and 1, as weights are, has twelve digits behind the point. */
    private static BigDecimal digits(double figure) {
        double scaled = figure * DECIMALS;
        double whole = Math.rint(scaled);
        boolean isClear = Math.abs(Math.abs(scaled - whole) - 0.5) > MIDDLE_OF_MANY;
        return isClear && whole >= DECIMALS / 10 && whole < DECIMALS
                ? BigDecimal.valueOf((long) whole, DIGITS)
                : new BigDecimal(figure).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal fixed(double figure, int decimals) {
        return new BigDecimal(figure).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /**
     * Most figures are far from the middle between two roundings, and need no exact decimal expansion.
     *
     * @return empty where one does, or is 0
     */
    private static String clear(double figure, int decimals) {
        double scaled = figure * POWERS[decimals];
        double whole = Math.abs(Math.rint(scaled));
        boolean isClear =
                whole < LARGEST_CLEAR && whole > 0 && Math.abs(Math.abs(Math.abs(scaled) - whole) - 0.5) > MIDDLE;
        if (!isClear) {
            return "";
        }
        long unit = (long) POWERS[decimals];
        var text = new StringBuilder()
                .append(figure < 0 ? "−" : "")
                .append((long) whole / unit)
                .append('.');
        for (long rest = (long) whole % unit, place = unit / 10; place > 0; rest %= place, place /= 10) {
            text.append((char) ('0' + rest / place));
        }
        return text.toString();
    }

    /** For sentences: two decimals, or as many as it takes to show that it is not 0. */
    static String said(double figure) {
        var clear = clear(figure, 2);
        if (!clear.isEmpty()) {
            return clear;
        }
        var rounded = fixed(figure, 2);
        if (rounded.signum() == 0 && Math.abs(figure) >= 1e-9) {
            rounded = new BigDecimal(figure).round(new MathContext(1, RoundingMode.HALF_EVEN));
        }
        return rounded.signum() == 0 ? "0" : printed(rounded);
    }

    private static String printed(BigDecimal figure) {
        return figure.toPlainString().replace('-', '−');
    }

    /** A figure for a sentence that names another beside it: with as many decimals as it takes to tell them well apart. */
    static String said(double figure, double beside) {
        int decimals = decimals(Math.abs(figure - beside));
        var clear = clear(figure, decimals);
        if (!clear.isEmpty()) {
            return clear;
        }
        var rounded = fixed(figure, decimals);
        return rounded.signum() == 0 ? said(figure) : printed(rounded);
    }

    /** How many it takes to tell figures well apart that are so far apart. */
    private static int decimals(double apart) {
        int decimals = 2;
        while (apart > 0 && apart < WELL_APART * Math.pow(10, -decimals) && decimals < DIGITS) {
            decimals++;
        }
        return decimals;
    }

    /** A figure for a sentence that says it is below a bound: with as many decimals as it takes to be so in words. */
    static String below(double figure, double bound) {
        var said = said(figure);
        for (int decimals = 3; new BigDecimal(said).doubleValue() >= bound && decimals <= DIGITS; decimals++) {
            said = new BigDecimal(figure)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        return said;
    }

    /**
     * “at least 0.34”, “at most 0.1”, “between 0.34 and 0.4”: what lies between two shares, and nothing that does not.
     *
     * @param beside a figure that the sentence names as well
     */
    static String between(double low, double high, double beside) {
        int decimals = decimals(Math.min(Math.abs(low - beside), Math.abs(high - beside)));
        while (decimals < DIGITS && ceiling(low, decimals).compareTo(floor(high, decimals)) >= 0) {
            decimals++;
        }
        if (rounded(high) >= 1) {
            return "at least " + ceiling(low, decimals).toPlainString();
        }
        return rounded(low) <= 0
                ? "at most " + floor(high, decimals).toPlainString()
                : "between " + ceiling(low, decimals).toPlainString() + " and "
                        + floor(high, decimals).toPlainString();
    }

    private static BigDecimal ceiling(double figure, int decimals) {
        return decimal(figure).setScale(decimals, RoundingMode.CEILING);
    }

    private static BigDecimal floor(double figure, int decimals) {
        return decimal(figure).setScale(decimals, RoundingMode.FLOOR);
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
