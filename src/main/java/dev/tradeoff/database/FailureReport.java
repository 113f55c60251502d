package dev.tradeoff.database;

import io.quarkus.runtime.Application;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What a failed start says: one line for what its operator can mend, everything for what only a developer can. */
sealed interface FailureReport {

    void print();

    static FailureReport of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> explanation(cause).stream())
                .findFirst()
                .<FailureReport>map(Known::new)
                .orElseGet(() -> new Unknown(failure));
    }

    /** On standard error, because logging may not have been set up, or have ended. */
    record Known(String reason) implements FailureReport {
        @Override
        public void print() {
            System.err.println("Tradeoff does not start: " + reason);
        }
    }

    record Unknown(Throwable failure) implements FailureReport {
        @Override
        public void print() {
            Logger.getLogger(Application.class).error("Tradeoff does not start", failure);
        }
    }

    private static Optional<String> explanation(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case StartupFailure failure -> failure.getMessage();
                    default -> null;
                });
    }
}
