package dev.tradeoff.shared.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in files that are mapped into memory: the operating system keeps what is read, and takes that memory back when it
 * is short of it. Files are written from front to end and never over, so that what somebody is reading stays as it is. A
 * full file of which more than half was given up is given up as a whole: what is left moves to a new place. It is unmapped
 * when nobody reads it any more.
 *
 * <p>Reading needs no lock; writers wait for one another.
 */
public final class MappedBytes {

    private static final int DEFAULT_FILE_SIZE = 64 << 20;

    private final Path folder;
    private final int fileSize;
    private final List<MappedFile> full = new ArrayList<>();
    private @Nullable MappedFile open;

    /** @param folder where files are made; each has a name only until it is mapped, and goes with the process */
    public MappedBytes(Path folder) {
        this(folder, DEFAULT_FILE_SIZE);
    }

    /** @param fileSize in bytes; what is longer gets a file of its own */
    MappedBytes(Path folder, int fileSize) {
        this.folder = folder;
        this.fileSize = fileSize;
    }

    /** What was put in; it can be read for as long as somebody holds it. */
    public static final class Kept {

        private volatile ByteBuffer bytes;
        private MappedFile file;

        private Kept(ByteBuffer bytes, MappedFile file) {
            this.bytes = bytes;
            this.file = file;
        }

        /** Its bytes, not to be written to, with a position and a limit of the caller's own. */
        public ByteBuffer read() {
            return bytes.duplicate();
        }
    }

    /** @throws UncheckedIOException if there is no room left on the disk */
    public synchronized Kept put(ByteBuffer bytes) {
        var file = fileWithRoomFor(bytes.remaining());
        var kept = new Kept(file.write(bytes), file);
        file.keep(kept);
        return kept;
    }

    /** It is not asked for any more; who holds its bytes reads on. */
    public synchronized void giveUp(Kept kept) {
        var file = kept.file;
        file.giveUp(kept);
        if (file != open && file.isMostlyGivenUp()) {
            full.remove(file);
            file.kept.forEach(this::move);
        }
    }

    /** Bytes on disk, of which at most about a half was given up. */
    public synchronized long size() {
        return full.stream().mapToLong(MappedFile::written).sum() + (open == null ? 0 : open.written());
    }

    private void move(Kept kept) {
        var file = fileWithRoomFor(kept.bytes.remaining());
        kept.bytes = file.write(kept.read());
        kept.file = file;
        file.keep(kept);
    }

    private MappedFile fileWithRoomFor(int length) {
        var file = open;
        if (file == null || !file.hasRoomFor(length)) {
            if (file != null) {
                full.add(file);
            }
            file = new MappedFile(folder, Math.max(fileSize, length));
            open = file;
        }
        return file;
    }

    /** Is written through its channel, whose failures are exceptions, and read where it is mapped. */
    private static final class MappedFile {

        private final FileChannel channel;
        private final ByteBuffer mapped;
        private final Set<Kept> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        private int written;
        private int givenUp;

        MappedFile(Path folder, int size) {
            try {
                var path = Files.createTempFile(folder, "bytes-", "");
                channel = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, size).asReadOnlyBuffer();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean hasRoomFor(int length) {
            return length <= mapped.capacity() - written;
        }

        ByteBuffer write(ByteBuffer bytes) {
            int start = written;
            int length = bytes.remaining();
            try {
                while (bytes.hasRemaining()) {
                    written += channel.write(bytes, written);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return mapped.slice(start, length);
        }

        void keep(Kept newcomer) {
            kept.add(newcomer);
        }

        void giveUp(Kept gone) {
            if (kept.remove(gone)) {
                givenUp += gone.bytes.remaining();
            }
        }

        boolean isMostlyGivenUp() {
            return givenUp > written / 2;
        }

        int written() {
            return written;
        }
    }
}
