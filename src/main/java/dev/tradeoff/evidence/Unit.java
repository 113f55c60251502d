package dev.tradeoff.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unit as far as it can be converted: times, rates, amounts of data and plain numbers, as UCUM spells them (and a few
 * spellings that everybody uses). Figures are brought to seconds, bytes and plain numbers. A unit that is not known here
 * is commensurable with itself alone.
 *
 * @param numerator with {@code denominator}: how many base units it is, exactly
 */
record Unit(Dimension dimension, BigDecimal numerator, BigDecimal denominator) {

    /**
     * What is measured.
     *
     * @param time exponent of the second
     * @param data exponent of the byte
     * @param unknown the spelling of a unit that is not known; else empty
     */
    record Dimension(int time, int data, String unknown) {

        static final Dimension NONE = new Dimension(0, 0, "");
        static final Dimension TIME = new Dimension(1, 0, "");
        static final Dimension RATE = new Dimension(-1, 0, "");
        static final Dimension DATA = new Dimension(0, 1, "");

        Dimension per(Dimension other) {
            return new Dimension(time - other.time, data - other.data, "");
        }
    }

    private static final Pattern ANNOTATION = Pattern.compile("\\{[^{}]*}");
    private static final Pattern POWER_OF_TEN = Pattern.compile("10[*^]([0-9]{1,2})");

    private static final Unit ONE = plain("1");
    private static final Unit PERCENT = new Unit(Dimension.NONE, BigDecimal.ONE, BigDecimal.valueOf(100));
    private static final Map<String, Unit> KNOWN = known();

    /** @param spelling not blank */
    static Unit of(String spelling) {
        var parts = ANNOTATION.matcher(spelling.strip()).replaceAll("").split("/", -1);
        return (switch (parts.length) {
                    case 1 -> part(parts[0]);
                    case 2 -> part(parts[0]).flatMap(over -> part(parts[1]).map(over::per));
                    default -> Optional.<Unit>empty();
                })
                .orElseGet(() -> new Unit(new Dimension(0, 0, spelling.strip()), BigDecimal.ONE, BigDecimal.ONE));
    }

    /** Whether figures in it are hundredths. */
    boolean isPercent() {
        return equals(PERCENT);
    }

    /** A figure in it, as a figure in base units; 34 digits. */
    BigDecimal toBase(BigDecimal figure) {
        return figure.multiply(numerator).divide(denominator, MathContext.DECIMAL128);
    }

    /** What stands on one side of a slash; nothing, or nothing but an annotation, is 1. */
    private static Optional<Unit> part(String spelling) {
        if (spelling.isEmpty()) {
            return Optional.of(ONE);
        }
        var power = POWER_OF_TEN.matcher(spelling);
        return power.matches() ? Optional.of(plain("1e" + power.group(1))) : Optional.ofNullable(KNOWN.get(spelling));
    }

    private Unit per(Unit other) {
        return new Unit(
                dimension.per(other.dimension),
                numerator.multiply(other.denominator),
                denominator.multiply(other.numerator));
    }

    private static Unit plain(String factor) {
        return whole(Dimension.NONE, factor);
    }

    private static Unit whole(Dimension dimension, String factor) {
        return new Unit(dimension, new BigDecimal(factor), BigDecimal.ONE);
    }

    private static Map<String, Unit> known() {
        var known = new HashMap<String, Unit>();
        known.put("1", ONE);
        known.put("%", PERCENT);
        known.put("[ppth]", plain("1e-3"));
        known.put("[ppm]", plain("1e-6"));
        times().forEach((spelling, seconds) -> known.put(spelling, whole(Dimension.TIME, seconds)));
        rates().forEach((spelling, hertz) -> known.put(spelling, whole(Dimension.RATE, hertz)));
        data().forEach((spelling, bytes) -> known.put(spelling, whole(Dimension.DATA, bytes)));
        return known;
    }

    /** Months and years are UCUM's mean ones, of the Julian year. */
    private static Map<String, String> times() {
        return Map.ofEntries(
                Map.entry("ns", "1e-9"),
                Map.entry("us", "1e-6"),
                Map.entry("\u00b5s", "1e-6"), // the micro sign
                Map.entry("\u03bcs", "1e-6"), // the letter mu, to which some editors turn it
                Map.entry("ms", "1e-3"),
                Map.entry("s", "1"),
                Map.entry("min", "60"),
                Map.entry("h", "3600"),
                Map.entry("d", "86400"),
                Map.entry("wk", "604800"),
                Map.entry("mo", "2629800"),
                Map.entry("a", "31557600"));
    }

    private static Map<String, String> rates() {
        return Map.of("s-1", "1", "Hz", "1", "kHz", "1e3", "MHz", "1e6", "GHz", "1e9");
    }

    private static Map<String, String> data() {
        var data = new HashMap<String, String>();
        data.put("bit", "0.125");
        for (var bytes : new String[] {"By", "B"}) {
            data.put(bytes, "1");
            data.put("k" + bytes, "1e3");
            data.put("M" + bytes, "1e6");
            data.put("G" + bytes, "1e9");
            data.put("T" + bytes, "1e12");
            data.put("P" + bytes, "1e15");
            data.put("Ki" + bytes, "1024");
            data.put("Mi" + bytes, "1048576");
            data.put("Gi" + bytes, "1073741824");
            data.put("Ti" + bytes, "1099511627776");
            data.put("Pi" + bytes, "1125899906842624");
        }
        data.put("kbit", "125");
        data.put("Mbit", "125e3");
        data.put("Gbit", "125e6");
        return data;
    }
}
