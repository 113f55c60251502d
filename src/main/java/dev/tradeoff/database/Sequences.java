package dev.tradeoff.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Numbers that are drawn once and never again. */
@ApplicationScoped
public class Sequences {

    private final EntityManager database;

    Sequences(EntityManager database) {
        this.database = database;
    }

    /** A version for an ETag: one that a member removed and made anew does not share with its forerunner. */
    public long nextVersion() {
        return next("version_sequence");
    }

    /** Waits until no other transaction, of whichever replica, holds the lock of that number, and holds it until the end. */
    public void lock(long key) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    long next(String sequence) {
        return (Long) database.createNativeQuery("select nextval('" + sequence + "')", Long.class)
                .getSingleResult();
    }
}
