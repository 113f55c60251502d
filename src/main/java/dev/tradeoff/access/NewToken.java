package dev.tradeoff.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Problem.Flaw;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The token that an administrator wants. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewToken", description = "A token to be made.")
record NewToken(
        @Schema(description = "What it is for; up to 200 characters.", minLength = 1, maxLength = 200)
        String name,

        @Schema(
                description =
                        "Who answers for what is done with it, and is named in the history; by default whoever makes it.",
                maxLength = 200)
        @Nullable
        String owner,

        @Schema(
                description = "What it may do: `editor`, `publisher`, `admin`; each includes those before it.",
                minItems = 1)
        List<String> roles,

        @Schema(
                type = SchemaType.STRING,
                format = "date-time",
                description =
                        "Until when it is taken. By default 90 days, at most 366; the operator may choose others.")
        @Nullable
        String expiresAt,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "The same as a duration (ISO 8601) from now; at most one of both.")
        @Nullable
        String expiresIn) {

    private static final int LONGEST = 200;

    NewToken {
        name = Objects.requireNonNullElse(name, "").strip();
        owner = owner == null || owner.isBlank() ? null : owner.strip();
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /**
     * When it is to expire.
     *
     * @throws dev.tradeoff.shared.problem.Refused naming all that is wrong
     */
    Instant check(Instant now, AccessSettings.Tokens settings) {
        var expiry = expiry(now, settings.lifetime());
        var flaws = new ArrayList<Flaw>();
        if (name.isEmpty() || name.length() > LONGEST) {
            flaws.add(new Flaw("/name", "must be given, with at most " + LONGEST + " characters"));
        }
        if (owner != null && owner.length() > LONGEST) {
            flaws.add(new Flaw("/owner", "must have at most " + LONGEST + " characters"));
        }
        if (roles.isEmpty()) {
            flaws.add(new Flaw("/roles", "must name at least one of " + String.join(", ", Roles.ASCENDING)));
        }
        for (int i = 0; i < roles.size(); i++) {
            if (!Roles.ASCENDING.contains(roles.get(i))) {
                flaws.add(new Flaw(
                        "/roles/" + i,
                        "must be one of " + String.join(", ", Roles.ASCENDING) + ", not “" + Excerpt.of(roles.get(i))
                                + "”"));
            }
        }
        var field = expiresIn == null ? "/expiresAt" : "/expiresIn";
        if (expiresAt != null && expiresIn != null) {
            flaws.add(new Flaw("/expiresIn", "cannot stand beside expiresAt"));
        } else if (!expiry.isAfter(now)) {
            flaws.add(new Flaw(field, "must be in the future"));
        } else if (expiry.isAfter(now.plus(settings.longestLifetime()))) {
            flaws.add(new Flaw(
                    field,
                    "must be within " + settings.longestLifetime().toDays()
                            + " days, the longest that a token lasts here"));
        }
        if (!flaws.isEmpty()) {
            throw new Problem.BrokenRules("The token cannot be made like this.", flaws).refused();
        }
        return expiry;
    }

    private Instant expiry(Instant now, Duration usual) {
        try {
            if (expiresAt != null) {
                return Instant.parse(expiresAt);
            }
        } catch (DateTimeException e) {
            throw unreadable("/expiresAt", "must be a time such as 2027-01-31T12:00:00Z");
        }
        try {
            return now.plus(expiresIn == null ? usual : Duration.parse(expiresIn));
        } catch (DateTimeException | ArithmeticException e) {
            throw unreadable("/expiresIn", "must be a duration such as P30D or PT12H");
        }
    }

    private static RuntimeException unreadable(String pointer, String detail) {
        return new Problem.InvalidBody(pointer + " " + detail + ".", List.of(new Flaw(pointer, detail))).refused();
    }

    List<String> distinctRoles() {
        return Roles.ASCENDING.stream().filter(roles::contains).toList();
    }
}
