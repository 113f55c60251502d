package dev.tradeoff.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands where. Only PostgreSQL writes into its data folder, so our own files stand beside it, under its name:
 * {@code data/postgres} has {@code data/postgres.lock}, {@code data/postgres.log} and so on.
 */
record FolderLayout(Path data) {

    /** The layout of {@code folder}, as an absolute path without symbolic links; makes the folder above it. */
    static FolderLayout of(Path folder) throws IOException {
        var absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute)) return new FolderLayout(absolute.toRealPath());
        var parent = absolute.getParent();
        if (parent == null) throw new StartupFailure("the database folder cannot be " + absolute);
        return new FolderLayout(Files.createDirectories(parent).toRealPath().resolve(absolute.getFileName()));
    }

    /** PostgreSQL works only on data of its own user; root is none but itself, too. */
    void requireOwner(long user) throws IOException {
        if (!Files.exists(data) || ((Integer) Files.getAttribute(data, "unix:uid")).longValue() == user) return;
        throw new StartupFailure("the database folder %s belongs to %s: run as that user, or give it to this one"
                .formatted(data, Files.getOwner(data).getName()));
    }

    Path lock() {
        return beside("lock");
    }

    /** What the server writes about itself. */
    Path log() {
        return beside("log");
    }

    Path previousLog() {
        return beside("log.previous");
    }

    /** The unpacked programs. */
    Path programs() {
        return beside("programs");
    }

    /** A data folder in the making. */
    Path unfinished() {
        return beside("unfinished");
    }

    Path versionFile() {
        return data.resolve("PG_VERSION");
    }

    Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Path beside(String suffix) {
        return data.resolveSibling(data.getFileName() + "." + suffix);
    }
}
