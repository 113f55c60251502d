package dev.tradeoff.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * The first process of a PostgreSQL server: when it is gone, so is the server.
 *
 * @param port on the loopback interface
 */
record Postmaster(ProcessHandle process, int port) {

    private static final Duration MOMENT = Duration.ofMillis(10);

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The living server of this folder, by what it has written down there about itself. */
    static Optional<Postmaster> of(FolderLayout folder) throws IOException {
        var lines = pidFile(folder);
        return number(lines, PID_LINE)
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(folder.data(), arguments(process)))
                .map(process -> new Postmaster(
                        process, number(lines, PORT_LINE).orElse(0L).intValue()));
    }

    /**
     * Removes what a dead server has left when its process number lives on as somebody else's (after a restart of the
     * machine or of a container): PostgreSQL would take that process for its predecessor and refuse to start.
     */
    static void forgetDead(FolderLayout folder) throws IOException {
        var pid = number(pidFile(folder), PID_LINE);
        var gone = pid.isPresent() && pid.flatMap(ProcessHandle::of).isEmpty();
        if (!gone && of(folder).isEmpty()) Files.deleteIfExists(folder.pidFile());
    }

    long pid() {
        return process.pid();
    }

    /** Noticed with up to five seconds delay, as Java looks at processes that are not its children ever more rarely. */
    CompletableFuture<ProcessHandle> end() {
        return process.onExit();
    }

    /** For an end that is at hand. */
    boolean endsWithin(Duration patience) {
        for (var waited = Duration.ZERO; lives(); waited = waited.plus(MOMENT)) {
            if (waited.compareTo(patience) > 0) return false;
            LockSupport.parkNanos(MOMENT.toNanos());
        }
        return true;
    }

    /** A dead child that nobody has asked about, as under a service that is the first process of a container, is no life. */
    private boolean lives() {
        return process.isAlive() && !arguments(process).isEmpty();
    }

    /** Whether a process with these arguments is the server of {@code data}; it may have been given a relative path. */
    static boolean serves(Path data, List<String> arguments) {
        var option = arguments.indexOf("-D");
        return option >= 0
                && option + 1 < arguments.size()
                && data.endsWith(Path.of(arguments.get(option + 1)).normalize());
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(Arrays::asList).orElse(List.of());
    }

    private static List<String> pidFile(FolderLayout folder) throws IOException {
        try {
            return Files.readAllLines(folder.pidFile());
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Optional<Long> number(List<String> lines, int index) {
        return lines.stream()
                .skip(index)
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
