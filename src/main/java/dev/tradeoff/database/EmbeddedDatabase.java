package dev.tradeoff.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server around the life of the service: started beside it, brought back when something ends it, stopped
 * after it.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private final Path folder;
    private @Nullable FolderLayout layout;
    private @Nullable FolderLock lock;
    private @Nullable EmbeddedServer server;
    private @Nullable EmbeddedConnection connection;
    private boolean closed;

    EmbeddedDatabase(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the folder and a port for the server, and tells Quarkus of both; {@link #start} follows.
     *
     * @throws StartupFailure if the folder is not for us; {@link #close} ends what has been begun
     */
    synchronized void claim() {
        explained(() -> {
            layout = FolderLayout.of(folder);
            layout.requireOwner(PostgresPrograms.user());
            lock = FolderLock.of(layout);
            connection = new EmbeddedConnection(layout.data(), EmbeddedServer.freePort());
            connection.install();
        });
    }

    /** @throws StartupFailure if there is no database for the service; {@link #close} ends what has been begun */
    synchronized void start() {
        if (closed) throw new StartupFailure("stopped before the embedded PostgreSQL was started");
        var claimed = Objects.requireNonNull(layout, "the folder is claimed first");
        int port = Objects.requireNonNull(connection).port();
        explained(() -> {
            server =
                    new EmbeddedServer(claimed, PostgresArchive.forThisMachine().unpackedUnder(claimed.programs()));
            server.prepare();
            watch(server.startAnew(port), server, RestartDelay.NONE);
            LOG.infof("PostgreSQL runs embedded on 127.0.0.1:%d, its data is in %s", port, claimed.data());
        });
    }

    private interface Step {
        void take() throws IOException;
    }

    private void explained(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            throw new StartupFailure(
                    "the database folder %s cannot be used: %s".formatted(folder.toAbsolutePath(), reason(e)), e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        notifyAll();
        try {
            if (server != null) server.stop();
            if (connection != null) connection.uninstall();
            if (lock != null) lock.close();
        } catch (IOException e) {
            LOG.errorf("The embedded PostgreSQL in %s has not stopped: %s", folder, reason(e));
        }
    }

    private void watch(Postmaster postmaster, EmbeddedServer server, RestartDelay delay) {
        long started = System.nanoTime();
        postmaster
                .end()
                .thenRunAsync(
                        () -> bringBack(postmaster, server, delay.after(Duration.ofNanos(System.nanoTime() - started))),
                        task -> Thread.ofPlatform()
                                .daemon()
                                .name("postgres-watch")
                                .start(task));
    }

    /** Starts the server again, on its port, for as long as it takes: what is in memory can be read meanwhile. */
    private synchronized void bringBack(Postmaster ended, EmbeddedServer server, RestartDelay delay) {
        if (closed) return;
        LOG.warnf("The embedded PostgreSQL, process %d, has ended; starting it again", ended.pid());
        for (var next = delay; !closed; next = next.after(Duration.ZERO)) {
            try {
                wait(Math.max(1, next.duration().toMillis())); // close() wakes it
                if (closed) return;
                var postmaster = server.start(ended.port());
                watch(postmaster, server, next);
                LOG.infof("The embedded PostgreSQL is back, as process %d", postmaster.pid());
                return;
            } catch (StartupFailure | IOException e) {
                LOG.errorf("The embedded PostgreSQL is still away: %s", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no permission to write " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
