package dev.tradeoff.database;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Which PostgreSQL the service works on. */
sealed interface DatabaseChoice {

    String URL = "quarkus.datasource.jdbc.url";
    String FOLDER = "tradeoff.database.embedded.folder";

    /** Somebody else's server, at the JDBC URL that stands in the configuration. */
    record Configured() implements DatabaseChoice {}

    /** A server of our own, with its data in {@code folder}. */
    record Embedded(Path folder) implements DatabaseChoice {}

    /** An empty URL counts as none: that is how a variable is unset in a compose file. */
    static DatabaseChoice in(Config config) {
        return config.getOptionalValue(URL, String.class)
                .filter(url -> !EmbeddedConnection.isInstalled(url))
                .<DatabaseChoice>map(url -> new Configured())
                .orElseGet(() -> new Embedded(Path.of(config.getValue(FOLDER, String.class))));
    }
}
