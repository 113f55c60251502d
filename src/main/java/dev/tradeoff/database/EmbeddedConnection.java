package dev.tradeoff.database;

import java.nio.file.Path;
import java.util.Map;

/**
 * The way to the embedded server, handed to Quarkus as system properties: they outrank every other source of
 * configuration, and exist before Quarkus reads any.
 *
 * @param port on the loopback interface
 */
public record EmbeddedConnection(Path folder, int port) {

    /** Where the embedded server keeps its data; only there while one runs. */
    public static final String RUNNING_IN = "tradeoff.database.embedded.running-in";

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void install() {
        properties().forEach(System::setProperty);
    }

    void uninstall() {
        properties().keySet().forEach(System::clearProperty);
    }

    /** Whether {@code url} is of an embedded server: of the one that a live reload is about to replace. */
    static boolean isInstalled(String url) {
        return System.getProperty(RUNNING_IN) != null && url.equals(System.getProperty(DatabaseChoice.URL));
    }

    private Map<String, String> properties() {
        return Map.of(
                DatabaseChoice.URL,
                url(),
                "quarkus.datasource.username",
                PostgresPrograms.SUPERUSER,
                "quarkus.datasource.password",
                PostgresPrograms.SUPERUSER,
                RUNNING_IN,
                folder.toString());
    }
}
