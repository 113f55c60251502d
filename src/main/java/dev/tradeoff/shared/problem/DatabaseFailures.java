package dev.tradeoff.shared.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which failures of the database are nobody's mistake: those that a client can answer by waiting, or by reading again. */
public final class DatabaseFailures {

    /** Chains of causes are a few exceptions long. */
    private static final int DEEPEST = 16;

    private DatabaseFailures() {}

    /** The problem behind a failure; empty if the statement itself was wrong, or the database had no part in it. */
    public static Optional<Problem> problem(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql) {
                return problem(sql);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
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
