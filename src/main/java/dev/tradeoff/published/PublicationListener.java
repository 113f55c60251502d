package dev.tradeoff.published;

import dev.tradeoff.database.Announcements;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hears from PostgreSQL that something was published, by this replica or another. While it hears nothing, because the
 * connection is lost, it asks every second instead.
 */
@Singleton
final class PublicationListener {

    private static final Logger LOG = Logger.getLogger(PublicationListener.class);
    private static final int LISTEN_MILLIS = 10_000;
    private static final int VALID_SECONDS = 2;
    private static final long POLL_MILLIS = 1_000;

    private final DataSource database;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Connection listening;

    PublicationListener(DataSource database) {
        this.database = database;
    }

    /** @param refresh compares revisions and loads what is new; called from one thread */
    void start(Runnable refresh) {
        Thread.ofPlatform().name("publication-listener").daemon().start(() -> listenUntilStopped(refresh));
    }

    void stop() {
        stopped.countDown();
        var connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run); // wakes the thread that waits for notifications
            } catch (SQLException e) {
                LOG.debug("The listening connection was gone already", e);
            }
        }
    }

    private void listenUntilStopped(Runnable refresh) {
        boolean lost = false;
        while (!isStopped()) {
            try (var connection = database.getConnection()) {
                listening = connection;
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + Announcements.CHANNEL);
                }
                refresh.run(); // whatever was published while nobody listened
                if (lost) {
                    LOG.info("Listening for publications again");
                    lost = false;
                }
                listen(connection, refresh);
            } catch (SQLException | RuntimeException e) { // whatever it was, this thread must go on

                if (!lost && !isStopped()) {
                    LOG.warnf(
                            "Not listening for publications: %s; asking every second, readers are served from memory",
                            e.getMessage());
                    lost = true;
                }
                pause();
            }
        }
    }

    private void listen(Connection connection, Runnable refresh) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (!isStopped()) {
            var notifications = postgres.getNotifications(LISTEN_MILLIS);
            boolean silent = notifications == null || notifications.length == 0;
            if (silent && !connection.isValid(VALID_SECONDS)) {
                throw new SQLException("the connection is lost");
            }
            refresh.run(); // after silence too: a pooler in between may have swallowed a notification
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            stopped.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
