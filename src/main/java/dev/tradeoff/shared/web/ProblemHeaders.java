package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import java.util.Map;

/** The headers that a problem has beside its document. */
final class ProblemHeaders {

    private static final String RETRY_SECONDS = "5";

    private ProblemHeaders() {}

    static Map<String, String> of(Problem problem) {
        return switch (problem) {
            case Problem.MethodNotAllowed p -> Map.of("Allow", String.join(", ", p.allowed()));
            case Problem.Unavailable p -> Map.of("Retry-After", RETRY_SECONDS);
            case Problem.Busy p -> Map.of("Retry-After", Long.toString(p.retryAfterSeconds()));
            case Problem.TooManyAttempts p -> Map.of("Retry-After", Long.toString(p.retryAfterSeconds()));
            case Problem.Unauthenticated p -> Map.of("WWW-Authenticate", p.challenge());
            case Problem.Forbidden p -> Map.of("WWW-Authenticate", p.challenge());
            case Problem.Archived p -> Map.of("ETag", "\"" + p.version() + '"');
            default -> Map.of();
        };
    }
}
