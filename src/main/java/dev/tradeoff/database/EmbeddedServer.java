package dev.tradeoff.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.io.file.PathUtils;

/** PostgreSQL's programs at work on one folder: makes the data, starts and stops the server. */
final class EmbeddedServer {

    /** Recovery reads all that was written since the last checkpoint: seconds as a rule, minutes at worst. */
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "30";

    /** Between what {@code pg_ctl} waits for and the end of the process. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 3;
    private static final Duration PORT_IN_PASSING = Duration.ofMillis(500);

    /**
     * What {@code postgresql.conf} cannot change. Everything else, durability above all, has PostgreSQL's own defaults. The
     * server's log stays small: it leaves out failed statements, of which the service hears anyway.
     */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "log_min_messages=log",
            "log_checkpoints=off",
            "timezone=UTC");

    private final FolderLayout folder;
    private final PostgresPrograms programs;

    EmbeddedServer(FolderLayout folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    /** Leaves a folder with data, made by this version of PostgreSQL, and no server at work on it. */
    void prepare() throws IOException {
        if (Files.exists(folder.versionFile())) {
            requireSameVersion();
            stop(); // one that an earlier run was killed without
        } else {
            requireEmpty();
            makeData();
        }
    }

    /** Starts on a port that was free a moment ago: should somebody pass through it, so does this, after a while. */
    Postmaster startAnew(int port) throws IOException {
        keepPreviousLog();
        for (var attempt = 1; ; attempt++) {
            try {
                return start(port);
            } catch (StartupFailure failure) {
                var taken = ServerLog.of(folder.log()).contains("Address already in use");
                if (!taken || attempt == ATTEMPTS) throw failure;
                LockSupport.parkNanos(PORT_IN_PASSING.toNanos());
            }
        }
    }

    Postmaster start(int port) throws IOException {
        Postmaster.forgetDead(folder);
        var options = "-p " + port + " -c " + String.join(" -c ", SETTINGS);
        var outcome = programs.pgCtl(
                "-D",
                folder.data().toString(),
                "-l",
                folder.log().toString(),
                "-w",
                "-t",
                START_SECONDS,
                "-o",
                options,
                "start");
        if (outcome.failed()) {
            throw new StartupFailure("the embedded PostgreSQL in %s does not start: %s (see %s)"
                    .formatted(folder.data(), ServerLog.of(folder.log()).reason(), folder.log()));
        }
        return Postmaster.of(folder)
                .orElseThrow(() -> new IOException("the server has ended as soon as it had started"));
    }

    /** Ends all sessions and lets the server write its checkpoint; if that takes too long, the next start recovers. */
    void stop() throws IOException {
        var postmaster = Postmaster.of(folder);
        if (postmaster.isEmpty()) return;
        if (stop("fast").failed()) stop("immediate");
        if (!postmaster.get().endsWithin(LAST_BREATH)) {
            throw new IOException(
                    "process %d does not end".formatted(postmaster.get().pid()));
        }
    }

    private PostgresPrograms.Outcome stop(String mode) throws IOException {
        return programs.pgCtl("-D", folder.data().toString(), "-m", mode, "-w", "-t", STOP_SECONDS, "stop");
    }

    private void requireSameVersion() throws IOException {
        var made = Files.readString(folder.versionFile()).strip();
        var ours = programs.majorVersion();
        if (made.equals(ours)) return;
        throw new StartupFailure(
                "the database folder %s was made by PostgreSQL %s and the embedded one is %s: move it away, or bring the data over with pg_upgrade or pg_dump"
                        .formatted(folder.data(), made, ours));
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(folder.data())) return;
        if (!Files.isDirectory(folder.data())) {
            throw new StartupFailure("the database folder %s is a file".formatted(folder.data()));
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder.data())) {
            if (content.iterator().hasNext()) {
                throw new StartupFailure(
                        "the database folder %s holds something else than PostgreSQL's data: empty it, or name another with %s"
                                .formatted(folder.data(), DatabaseChoice.FOLDER));
            }
        }
        Files.delete(folder.data());
    }

    /**
     * Makes the data aside and puts it in place as a whole, so that a start which is cut off leaves no half-made folder.
     * Sorts by code point, so that texts have the same order on every machine.
     */
    private void makeData() throws IOException {
        if (Files.exists(folder.unfinished())) PathUtils.deleteDirectory(folder.unfinished());
        var outcome = programs.initdb(
                "-D",
                folder.unfinished().toString(),
                "-U",
                PostgresPrograms.SUPERUSER,
                "-A",
                "trust",
                "-E",
                "UTF-8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (outcome.failed()) {
            throw new StartupFailure("the database folder %s cannot be made: %s"
                    .formatted(folder.data(), new ServerLog(outcome.output()).reason()));
        }
        Files.move(folder.unfinished(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void keepPreviousLog() throws IOException {
        if (Files.exists(folder.log())) {
            Files.move(folder.log(), folder.previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
