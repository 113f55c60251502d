package dev.tradeoff.database;

/** A start that cannot succeed, for a reason that one line explains to the person who started it. */
final class StartupFailure extends RuntimeException {

    StartupFailure(String message) {
        super(message);
    }

    StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
