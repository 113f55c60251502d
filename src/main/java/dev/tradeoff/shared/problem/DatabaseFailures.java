package dev.tradeoff.shared.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which failures of the database are nobody's mistake: those that a client can answer by waiting, or by reading again. */
public final class DatabaseFailures {

    /** Chains of causes are a few exceptions long. */
    private static final int DEEPEST = 16;

    private DatabaseFailures() {}

    /** The problem behind a failure; empty if the statement itself was wrong, or the database had no part in it. */
    public static Optional<Problem> problem(Throwable failure) {
        return origin(failure, DEEPEST).flatMap(DatabaseFailures::problem);
    }

    /** What the driver or the pool has thrown. Of a commit that failed the transaction manager keeps it as suppressed. */
    private static Optional<SQLException> origin(@Nullable Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return Optional.empty();
        }
        return failure instanceof SQLException sql
                ? Optional.of(sql)
                : Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()))
                        .flatMap(behind -> origin(behind, depth - 1).stream())
                        .findFirst();
    }

    /** By the class of the SQLSTATE (PostgreSQL, appendix A). */
    private static Optional<Problem> problem(SQLException e) {
        var state = stateClass(e.getSQLState());
        return switch (state) {
            case "08", "53", "57", "58" -> Optional.of(unavailable());
            case "" -> Optional.of(unavailable()); // the pool's own: no connection could be had in time
            case "23" ->
                Optional.of(
                        new Problem.Conflict(
                                "Somebody else has made, changed or removed what this needs at the same moment; read it again."));
            case "40", "55" ->
                Optional.of(new Problem.Conflict(
                        "Somebody else was changing the same at the same moment; repeat the request."));
            default -> e instanceof SQLTransientException ? Optional.of(unavailable()) : Optional.empty();
        };
    }

    private static String stateClass(@Nullable String state) {
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static Problem unavailable() {
        return new Problem.Unavailable("The database is out of reach; what is published can still be read.");
    }
}
