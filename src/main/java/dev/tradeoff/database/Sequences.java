package dev.tradeoff.database;

import jakarta.enterprise.context.ApplicationScoped;

/** Numbers that are drawn once and never again. */
@ApplicationScoped
public class Sequences {

    private final Statements statements;

    Sequences(Statements statements) {
        this.statements = statements;
    }

    /** A version for an ETag: one that a member removed and made anew does not share with its forerunner. */
    public long nextVersion() {
        return next("version_sequence");
    }

    /** Waits until no other transaction, of whichever replica, holds the lock of that number, and holds it until the end. */
    public void lock(long key) {
        statements.first("select pg_advisory_xact_lock(?)", locked -> true, key);
    }

    long next(String sequence) {
        return statements
                .first("select nextval('" + sequence + "')", row -> row.getLong(1))
                .orElseThrow();
    }
}
