package dev.tradeoff.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One living service for one database folder. The operating system releases the lock with the process that holds it,
 * however that ends, so it tells the living from the dead; PostgreSQL's own lock tells only whether a server is left.
 */
final class FolderLock implements AutoCloseable {

    private static final Duration LIVE_RELOAD = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws StartupFailure while somebody else holds the folder
     * @throws IOException if the lock file cannot be written
     */
    static FolderLock of(FolderLayout folder) throws IOException {
        var channel = FileChannel.open(folder.lock(), CREATE, READ, WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StartupFailure(
                    "the database folder %s is in use by another instance, process %s: stop that, or choose another folder with TRADEOFF_DATABASE_EMBEDDED_FOLDER"
                            .formatted(folder.data(), holder(folder.lock())));
        }
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(channel);
    }

    /** Waits for a holder in this very process: the application that a live reload replaces, until it has stopped. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        for (var waited = Duration.ZERO; waited.compareTo(LIVE_RELOAD) < 0; waited = waited.plus(LOOK_AGAIN)) {
            try {
                return channel.tryLock();
            } catch (OverlappingFileLockException stopping) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
        return null;
    }

    private static String holder(Path file) throws IOException {
        var pid = Files.readString(file).strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
