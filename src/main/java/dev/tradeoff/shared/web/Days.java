package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;

/** Query parameters that are days. */
public final class Days {

    private static final int LENGTH_OF_A_DAY = "2026-11-25".length();

    /** Those that are written with four digits. */
    private static final ValueRange YEARS = ValueRange.of(0, 9999);

    private Days() {}

    /**
     * A day, or a time (RFC 3339), which stands for its day in UTC.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it is neither
     */
    public static LocalDate read(String parameter, String text) {
        try {
            var day = text.length() == LENGTH_OF_A_DAY
                    ? LocalDate.parse(text)
                    : LocalDate.ofInstant(OffsetDateTime.parse(text).toInstant(), ZoneOffset.UTC);
            if (YEARS.isValidIntValue(day.getYear())) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below, with the days that no calendar writes with four digits
        }
        throw new Problem.InvalidParameter(
                        parameter,
                        parameter + " must be a day such as 2026-11-25, or a time, not “" + Excerpt.of(text) + "”.")
                .refused();
    }
}
