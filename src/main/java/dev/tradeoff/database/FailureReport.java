package dev.tradeoff.database;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jboss.logging.Logger;

/** What a failed start says: one line if its operator can mend the reason, everything if only a developer can. */
sealed interface FailureReport {

    /** Classes of SQLSTATE: connection, authorization, no such database, too many connections, starting or stopping. */
    Set<String> NO_CONNECTION = Set.of("08", "28", "3D", "53", "57");

    Pattern UNKNOWN_MIGRATION = Pattern.compile("applied migration not resolved locally: ([^\\s]+?)\\.?\\s");

    Pattern CODE = Pattern.compile("(?:[\\w.]+Exception: )?SRCFG\\d+: ");

    void print();

    static FailureReport of(Throwable failure, DatabaseChoice database) {
        return causes(failure)
                .flatMap(cause -> explanation(cause, database).stream())
                .findFirst()
                .<FailureReport>map(Known::new)
                .orElseGet(() -> new Unknown(failure));
    }

    /** On standard error: logging may not have begun, or have ended. */
    record Known(String reason) implements FailureReport {
        @Override
        public void print() {
            System.err.println("Tradeoff cannot start: " + reason);
        }
    }

    record Unknown(Throwable failure) implements FailureReport {
        @Override
        public void print() {
            Logger.getLogger(Application.class).error("Tradeoff cannot start", failure);
        }
    }

    private static Optional<String> explanation(Throwable cause, DatabaseChoice database) {
        return switch (cause) {
            case StartupFailure failure -> Optional.of(String.valueOf(failure.getMessage()));
            case ConfigurationException wrong -> Optional.of(String.valueOf(wrong.getMessage()));
            case ConfigValidationException unreadable -> Optional.of(settings(unreadable));
            case QuarkusBindException taken ->
                Optional.of(
                        "port %d is taken by another process: stop it, or choose another port with QUARKUS_HTTP_PORT"
                                .formatted(taken.getPort()));
            case FlywayValidateException schema -> Optional.of(mismatch(String.valueOf(schema.getMessage()), database));
            case SQLException sql
            when isNoConnection(sql) ->
                Optional.of("the database %s cannot be used: %s".formatted(database.place(), reason(sql)));
            default -> Optional.empty();
        };
    }

    /** What is wrong with each setting, without the classes and codes that lead to it. */
    private static String settings(ConfigValidationException unreadable) {
        return IntStream.range(0, unreadable.getProblemCount())
                .mapToObj(i -> String.valueOf(unreadable.getProblem(i).getMessage()))
                .map(problem -> CODE.matcher(problem).replaceAll(""))
                .collect(Collectors.joining("; "));
    }

    private static String mismatch(String validation, DatabaseChoice database) {
        var unknown = UNKNOWN_MIGRATION
                .matcher(validation)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            return "the schema of the database %s is newer than this program, which does not know its version %s: start the newer program"
                    .formatted(database.place(), unknown);
        }
        return "the schema of the database %s is not this program's: %s"
                .formatted(
                        database.place(), validation.lines().map(String::strip).collect(Collectors.joining(" ")));
    }

    private static boolean isNoConnection(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && state.length() == 5 && NO_CONNECTION.contains(state.substring(0, 2));
    }

    /** The first line of each message down to the root, where the network says what it has found. */
    private static String reason(SQLException failure) {
        return causes(failure)
                .map(FailureReport::firstLine)
                .filter(line -> !line.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String firstLine(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        if (cause instanceof UnknownHostException) return "Unknown host " + message;
        return message.lines().findFirst().orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
