package dev.tradeoff.published;

import dev.tradeoff.shared.web.Days;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Of which state evidence is asked for, and up to which day age is counted. */
record EvidenceQuery(
        @Parameter(
                description = "The number of an earlier state; else it is the latest.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                example = "1")
        @RestQuery
        @Nullable
        String revision,

        @Parameter(
                description =
                        "A day (a time is taken as its day in UTC): up to it the age of claims is counted, which may make them `stale`. Today, if nothing is said. It does not choose the revision.",
                schema = @Schema(type = SchemaType.STRING, format = "date"),
                example = "2026-11-25")
        @RestQuery
        @Nullable
        String asOf) {

    StateQuery state() {
        return new StateQuery(revision, null);
    }

    /** Whether the answer never changes. */
    boolean isFixed() {
        return revision != null && asOf != null;
    }

    /** @throws dev.tradeoff.shared.problem.Refused if it is neither a day nor a time */
    LocalDate day(Clock clock) {
        return asOf == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : Days.read("asOf", asOf);
    }
}
