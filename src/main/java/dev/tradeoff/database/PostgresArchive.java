package dev.tradeoff.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.io.file.PathUtils;

/** PostgreSQL for this machine, as the library packs it. */
final class PostgresArchive {

    /** Kept in a field, for a logger that nobody holds forgets its level. Quarkus sets the level anew when it starts. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test.db.postgres");

    private final byte[] content;

    private PostgresArchive(byte[] content) {
        this.content = content;
    }

    static PostgresArchive forThisMachine() throws IOException {
        LIBRARY.setLevel(Level.SEVERE);
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            return new PostgresArchive(archive.readAllBytes());
        } catch (IllegalStateException missing) {
            throw new StartupFailure(
                    "no embedded PostgreSQL comes along for %s on %s: configure a database with QUARKUS_DATASOURCE_JDBC_URL"
                            .formatted(system, System.getProperty("os.arch")),
                    missing);
        }
    }

    /**
     * The programs, unpacked under {@code folder} unless they are there already. A folder of this user beside the data,
     * rather than the shared one for temporary files: there it may belong to somebody else, and be swept while the server
     * runs. They become visible at once and complete; those of other versions go.
     */
    PostgresPrograms unpackedUnder(Path folder) throws IOException {
        var home = folder.resolve(digest());
        if (!Files.isDirectory(home)) {
            if (Files.exists(folder)) PathUtils.deleteDirectory(folder);
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var unfinished = Files.createTempDirectory(folder, "unpacking");
            PackedPrograms.unpack(content, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(home);
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
