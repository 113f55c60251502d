package dev.tradeoff.published;

import dev.tradeoff.database.Announcements;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hears from PostgreSQL that something was published, by this replica or another. Every second in which it hears nothing it
 * asks over the same connection what the latest change is: so it notices within seconds that the connection leads nowhere
 * any more, and misses nothing whose notification was lost on the way. While it has no such connection, it compares revisions every
 * second over any other.
 */
@Singleton
final class PublicationListener {

    private static final Logger LOG = Logger.getLogger(PublicationListener.class);
    private static final int SILENCE_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 2_000;
    private static final Duration LAST_READ = Duration.ofSeconds(2);

    /** Three looks at the end of an index; a replica asks it every second. */
    private static final String LATEST_CHANGE = """
            select greatest((select max(last_change) from comparison), (select max(last_change) from technology),
            (select max(change) from removed_technology))""";

    private final DataSource database;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Connection listening;
    private @Nullable Thread thread;
    private String failure = "";

    PublicationListener(DataSource database) {
        this.database = database;
    }

    /** @param refresh compares revisions and loads what is new; called from one thread */
    void start(Runnable refresh) {
        thread = Thread.ofPlatform().name("publication-listener").daemon().start(() -> listenUntilStopped(refresh));
    }

    /** What is being read is read to its end, if that does not take long: its connection is closed after this. */
    void stop() {
        stopped.countDown();
        var connection = listening;
        if (connection != null) {
            leave(connection); // wakes the thread that waits for notifications
        }
        try {
            if (thread != null) {
                thread.join(LAST_READ);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenUntilStopped(Runnable refresh) {
        boolean lost = false;
        while (!isStopped()) {
            try (var connection = database.getConnection()) {
                listening = connection;
                try {
                    begin(connection);
                    refresh.run(); // what cannot be loaded is no reason to begin again and again without a pause
                    if (lost) {
                        LOG.info("Listening for publications again");
                        lost = false;
                    }
                    listen(connection, refresh);
                } finally {
                    leave(connection); // nobody else shall get one that listens, and gives up so soon
                }
            } catch (SQLException | RuntimeException e) { // whatever it was, this thread must go on
                if (lost || isStopped()) {
                    compare(refresh);
                    pause();
                } else { // and try again at once
                    LOG.warnf(
                            "Not listening for publications: %s; asking every second, readers are served from memory",
                            e.getMessage());
                    lost = true;
                }
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Announcements.CHANNEL);
        }
    }

    private void listen(Connection connection, Runnable refresh) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        try (var latest = connection.prepareStatement(LATEST_CHANGE)) {
            long seen = change(latest);
            refresh.run(); // whatever was published while nobody listened
            while (!isStopped()) {
                var notifications = postgres.getNotifications(SILENCE_MILLIS);
                if (notifications != null && notifications.length > 0) {
                    refresh.run();
                } else {
                    long now = change(latest);
                    if (now != seen) {
                        refresh.run();
                        seen = now;
                    }
                }
            }
        }
    }

    private static long change(PreparedStatement latest) throws SQLException {
        try (var row = latest.executeQuery()) {
            row.next();
            return row.getLong(1); // 0 if there has been none
        }
    }

    /** Where there is no listening, as behind a pooler that forbids it, there may be reading. */
    private void compare(Runnable refresh) {
        if (isStopped()) {
            return;
        }
        try {
            refresh.run();
            failure = "";
        } catch (RuntimeException e) { // tried again in a second, and said when it is another than the last
            var said = String.valueOf(e.getMessage());
            LOG.logf(said.equals(failure) ? Level.DEBUG : Level.WARN, "Publications cannot be compared: %s", said);
            failure = said;
        }
    }

    private static void leave(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The listening connection was gone already", e);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            stopped.await(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
