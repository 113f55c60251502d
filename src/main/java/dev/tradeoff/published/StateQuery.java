package dev.tradeoff.published;

import dev.tradeoff.shared.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ValueRange;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which state of a comparison is asked for: the latest, a numbered one, or the one of a time. */
record StateQuery(
        @Parameter(
                description = "The number of an earlier state. Its answer never changes and may be cached for ever.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                example = "1")
        @RestQuery
        @Nullable
        String revision,

        @Parameter(
                description = "A time (RFC 3339): the state that was the latest then. Not together with `revision`.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-11-22T12:00:00Z"))
        @RestQuery
        @Nullable
        String asOf) {

    /** Those that RFC 3339 has; Java goes on, beyond what PostgreSQL keeps. */
    private static final ValueRange YEARS = ValueRange.of(0, 9999);

    boolean isLatest() {
        return revision == null && asOf == null;
    }

    /** @throws dev.tradeoff.shared.problem.Refused if a value cannot be read, or both are given */
    void check() {
        if (revision != null && asOf != null) {
            throw new Problem.InvalidParameter("asOf", "Give revision or asOf, not both.").refused();
        }
        if (revision != null) {
            number("revision", revision);
        }
        if (asOf != null) {
            time();
        }
    }

    int number() {
        return number("revision", Objects.requireNonNull(revision));
    }

    Instant time() {
        try {
            var time = OffsetDateTime.parse(Objects.requireNonNull(asOf));
            if (YEARS.isValidIntValue(time.getYear())) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            // said below, with the times that RFC 3339 cannot write
        }
        throw new Problem.InvalidParameter(
                        "asOf", "asOf must be a time such as 2026-11-22T12:00:00Z (a + is written %2B in a query).")
                .refused();
    }

    /** A revision's number: 1 or more. */
    static int number(String parameter, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && text.charAt(0) != '+') {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the numbers that are too small
        }
        throw new Problem.InvalidParameter(parameter, "The number of a revision must be a whole number from 1.")
                .refused();
    }
}
