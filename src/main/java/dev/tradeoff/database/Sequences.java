package dev.tradeoff.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

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
        database.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                statement.setLong(1, key);
                statement.execute();
            }
        });
    }

    /**
     * By JDBC: Hibernate keeps a plan for each time that such a native query is asked, finds none of them again, and searches
     * among all of them. Asked for every change, while a lock is held, that took most of its time.
     */
    long next(String sequence) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement("select nextval('" + sequence + "')");
                    var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }
}
