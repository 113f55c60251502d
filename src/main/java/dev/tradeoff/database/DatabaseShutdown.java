package dev.tradeoff.database;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the database after the service. A signal runs all shutdown hooks at once, Quarkus's beside this one; so this one
 * waits until the service has no more use for its database.
 */
final class DatabaseShutdown {

    /** Longer than the service takes to stop, see {@code quarkus.shutdown.timeout}. */
    private static final long LONGEST_STOP_SECONDS = 60;

    private final EmbeddedDatabase database;
    private final CountDownLatch serviceStopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopDatabaseAfterService, "postgres-stop");

    private DatabaseShutdown(EmbeddedDatabase database) {
        this.database = database;
    }

    static DatabaseShutdown register(EmbeddedDatabase database) {
        var shutdown = new DatabaseShutdown(database);
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    boolean isUnderWay() {
        return hook.getState() != Thread.State.NEW;
    }

    /** Returns when the database has stopped too. */
    void serviceHasStopped() {
        serviceStopped.countDown();
        database.close();
        if (isUnderWay()) return;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException begunMeanwhile) {
            // then it finds nothing left to stop
        }
    }

    private void stopDatabaseAfterService() {
        try {
            serviceStopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
