package dev.tradeoff.access;

import jakarta.inject.Singleton;

/** Whether there is anybody who may make tokens. Without one, writes are closed. */
@Singleton
final class Administrators {

    private final AdminToken configured;
    private final Issuer issuer;
    private final Tokens tokens;

    Administrators(AdminToken configured, Issuer issuer, Tokens tokens) {
        this.configured = configured;
        this.issuer = issuer;
        this.tokens = tokens;
    }

    /** Call off the event loop. */
    boolean none() {
        return !configured.isConfigured() && !issuer.isConfigured() && !tokens.haveAdmin();
    }
}
