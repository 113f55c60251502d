package dev.tradeoff.page;

import dev.tradeoff.knowledge.Claim;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures, days and names of constants as people read them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DecimalFormatSymbols SIGNS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    private static final int MOST_DIGITS = 30;
    private static final String PER = "1/";
    private static final int LONGEST_EXCERPT = 200;

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** With thousands apart: {@code 55,200}. */
    static String number(BigDecimal number) {
        var format = new DecimalFormat("#,##0", SIGNS);
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(number);
    }

    /** What a claim states as a figure: {@code about 55,200 per second}; empty if it states none. */
    static String figure(Claim claim) {
        var value = claim.value();
        var range = claim.range();
        if (value == null && range == null) {
            return "";
        }
        var said = value != null ? number(value) : range(range);
        return (claim.approximate() ? "about " : "") + said + unit(claim.unit());
    }

    private static String range(Claim.@Nullable Range range) {
        var min = range == null ? null : range.min();
        var max = range == null ? null : range.max();
        if (min == null) {
            return max == null ? "" : "at most " + number(max);
        }
        return max == null ? "at least " + number(min) : number(min) + " to " + number(max);
    }

    /** With what stands before it: {@code  ms}, {@code  per second}. */
    static String unit(@Nullable String unit) {
        if (unit == null || unit.isBlank() || unit.equals("1")) {
            return "";
        }
        if (unit.startsWith(PER)) {
            return " per " + (unit.equals("1/s") ? "second" : unit.substring(PER.length()));
        }
        return " " + unit; // not broken off its figure
    }

    /** {@code VERY_LOW} as {@code very low}. */
    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 1 claim}, {@code 2 claims}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Its beginning, cut between words: for descriptions, which are shown in part anyway. */
    static String excerpt(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_EXCERPT) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_EXCERPT - 1);
        int cut = end > LONGEST_EXCERPT / 2 ? end : LONGEST_EXCERPT - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }
}
