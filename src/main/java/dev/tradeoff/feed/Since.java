package dev.tradeoff.feed;

import dev.tradeoff.shared.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ValueRange;
import org.jspecify.annotations.Nullable;

/** From where on changes are asked for: a place in their order, or a time. */
sealed interface Since {

    /** Those that RFC 3339 has; Java goes on, beyond what PostgreSQL keeps. */
    ValueRange YEARS = ValueRange.of(0, 9999);

    /** What comes after that place; after 0, everything. */
    record Position(long after) implements Since {}

    /** What was published at that time or later. */
    record Time(Instant from) implements Since {}

    /** @throws dev.tradeoff.shared.problem.Refused if it is neither */
    static Since read(@Nullable String since) {
        if (since == null) {
            return new Position(0);
        }
        if (since.matches("[0-9]+")) {
            return new Position(position("since", since));
        }
        try {
            var time = OffsetDateTime.parse(since);
            if (YEARS.isValidIntValue(time.getYear())) {
                return new Time(time.toInstant());
            }
        } catch (DateTimeParseException e) {
            // said below, with the times that RFC 3339 cannot write
        }
        throw new Problem.InvalidParameter(
                        "since",
                        "since must be a position, such as 4711, or a time, such as 2026-11-22T12:00:00Z (a + is written %2B in a query).")
                .refused();
    }

    /** @throws dev.tradeoff.shared.problem.Refused if it is no place that there can be */
    static long position(String parameter, String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        throw new Problem.InvalidParameter(
                        parameter, parameter + " must be the position of a change, a whole number from 0.")
                .refused();
    }
}
