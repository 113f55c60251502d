package dev.tradeoff.database;

/** A start that cannot succeed, for a reason that one line explains to the person who started it. */
public final class StartupFailure extends RuntimeException {

    public StartupFailure(String message) {
        super(message);
    }

    public StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
