package dev.tradeoff.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Numbers that are drawn once and never again. */
@ApplicationScoped
public class Sequences {

    /** Key of the advisory lock that puts publications in one order; any number that nothing else in the database uses. */
    private static final long PUBLICATION = 0x7472_6164_656f_6666L;

    private final EntityManager database;

    Sequences(EntityManager database) {
        this.database = database;
    }

    /** A version for an ETag: one that a member removed and made anew does not share with its forerunner. */
    public long nextVersion() {
        return next("version_sequence");
    }

    /**
     * The place of a change among all that readers see. The lock is held until the transaction ends, so that changes
     * become visible in the order of their numbers and a reader who knows one knows all before it.
     */
    public long nextChange() {
        lock(PUBLICATION);
        return next("change_sequence");
    }

    /** Waits until no other transaction, of whichever replica, holds the lock of that number, and holds it until the end. */
    public void lock(long key) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    private long next(String sequence) {
        return (Long) database.createNativeQuery("select nextval('" + sequence + "')", Long.class)
                .getSingleResult();
    }
}
