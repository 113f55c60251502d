package dev.tradeoff.shared.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.file.PathUtils;

/**
 * A folder for what this process alone needs, and no longer than it lives. What a killed process has left in the same
 * parent is removed by the next one: whoever lives holds a lock on a file in its own folder.
 */
public final class ScratchFolder implements AutoCloseable {

    private static final String PREFIX = "tradeoff-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private ScratchFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * A new folder in the parent, which is made if it is not there.
     *
     * @throws UncheckedIOException if nothing can be written there
     */
    public static ScratchFolder in(Path parent) {
        try {
            Files.createDirectories(parent);
            removeAbandoned(parent);
            // Nobody takes it for abandoned between its making and its lock: only then it gets its name.
            var made = Files.createTempDirectory(parent, "new-");
            var lock = FileChannel.open(made.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            var path = parent.resolve(PREFIX + made.getFileName().toString().substring("new-".length()));
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
            return new ScratchFolder(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Removes it with all that is in it; files that are mapped can still be read. */
    @Override
    public void close() {
        try {
            lock.close();
            PathUtils.deleteDirectory(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var folder : folders) {
                if (isAbandoned(folder.resolve(LOCK))) {
                    PathUtils.deleteDirectory(folder);
                }
            }
        }
    }

    /** One without a lock file is being removed by somebody else. */
    private static boolean isAbandoned(Path lockFile) throws IOException {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return false;
        }
    }
}
