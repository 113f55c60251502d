package dev.tradeoff.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Problem details as RFC 9457 has them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Problem details (RFC 9457): what went wrong and what to mend.")
public record ProblemDocument(
        @Schema(
                description = "What kind of problem it is; resolves to its explanation.",
                examples = "/problems/not-found")
        String type,

        String title,
        int status,

        @Schema(description = "This problem, in one sentence.")
        String detail,

        @Schema(description = "The path that was asked for.")
        String instance,

        @Schema(description = "The query parameter that is wrong.") @Nullable
        String parameter,

        @Schema(description = "The header that is wrong.") @Nullable
        String header,

        @Schema(description = "Of something archived: where its history is.") @Nullable
        String history,

        @Schema(description = "Every broken rule, each with a JSON Pointer into the body.")
        List<Error> errors) {

    /** One broken rule and where. */
    @Schema(name = "ProblemError", description = "One broken rule, and where.")
    public record Error(String pointer, String detail) {}

    public static ProblemDocument of(Problem problem, String instance) {
        var type = ProblemType.of(problem);
        List<Problem.Flaw> flaws =
                switch (problem) {
                    case Problem.InvalidBody p -> p.errors();
                    case Problem.BrokenRules p -> p.errors();
                    case Problem.StillReferenced p -> p.errors();
                    case Problem.InTheWay p -> p.errors();
                    case Problem.NotPublishable p -> p.errors();
                    default -> List.of();
                };
        return new ProblemDocument(
                type.uri(),
                type.title(),
                type.status(),
                problem.detail(),
                instance,
                problem instanceof Problem.InvalidParameter p ? p.parameter() : null,
                problem instanceof Problem.InvalidHeader p ? p.header() : null,
                problem instanceof Problem.Archived p ? p.history() : null,
                flaws.stream()
                        .map(flaw -> new Error(flaw.pointer(), flaw.detail()))
                        .toList());
    }
}
