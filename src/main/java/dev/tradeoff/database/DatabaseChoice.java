package dev.tradeoff.database;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Which PostgreSQL the service works on. */
sealed interface DatabaseChoice {

    String URL = "quarkus.datasource.jdbc.url";
    String FOLDER = "tradeoff.database.embedded.folder";

    /** What an operator calls it, free of secrets. */
    String place();

    /** Somebody else's server. */
    record Configured(String url) implements DatabaseChoice {
        @Override
        public String place() {
            return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//"); // a password may stand in either
        }
    }

    /** A server of our own. */
    record Embedded(Path folder) implements DatabaseChoice {
        @Override
        public String place() {
            return "in " + folder.toAbsolutePath().normalize();
        }
    }

    /** An empty URL counts as none: that is how a variable is unset in a compose file. */
    static DatabaseChoice in(Config config) {
        return config.getOptionalValue(URL, String.class)
                .filter(url -> !EmbeddedConnection.isInstalled(url))
                .<DatabaseChoice>map(Configured::new)
                .orElseGet(() -> new Embedded(Path.of(config.getValue(FOLDER, String.class))));
    }
}
