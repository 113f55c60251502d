package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseChoiceTest {

    private static final DatabaseChoice EMBEDDED = new DatabaseChoice.Embedded(Path.of("data/postgres"));

    @Test
    void without_a_url_it_is_embedded() {
        assertThat(choice(Map.of())).isEqualTo(EMBEDDED);
    }

    @Test
    void an_empty_url_is_none() {
        assertThat(choice(Map.of("QUARKUS_DATASOURCE_JDBC_URL", ""))).isEqualTo(EMBEDDED);
    }

    @Test
    void a_url_is_used_wherever_it_stands() {
        var configured = new DatabaseChoice.Configured("jdbc:postgresql://db/knowledge");
        assertThat(choice(Map.of("quarkus.datasource.jdbc.url", configured.url())))
                .isEqualTo(configured);
        assertThat(choice(Map.of("%prod.quarkus.datasource.jdbc.url", configured.url())))
                .isEqualTo(configured);
    }

    @Test
    void the_url_of_the_server_that_a_live_reload_stops_is_none() {
        var connection = new EmbeddedConnection(Path.of("/srv/data/postgres"), 5432);
        connection.install();
        try {
            assertThat(choice(Map.of("quarkus.datasource.jdbc.url", connection.url())))
                    .isEqualTo(EMBEDDED);
        } finally {
            connection.uninstall();
        }
        assertThat(System.getProperty("quarkus.datasource.jdbc.url")).isNull();
    }

    @Test
    void a_place_is_named_without_its_secrets() {
        assertThat(new DatabaseChoice.Configured("jdbc:postgresql://db:5432/knowledge?user=me&password=secret").place())
                .isEqualTo("jdbc:postgresql://db:5432/knowledge");
        assertThat(new DatabaseChoice.Configured("jdbc:postgresql://me:secret@db/knowledge").place())
                .isEqualTo("jdbc:postgresql://db/knowledge");
    }

    private static DatabaseChoice choice(Map<String, String> configured) {
        return DatabaseChoice.in(new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .withDefaultValue("tradeoff.database.embedded.folder", "data/postgres")
                .withSources(new PropertiesConfigSource(configured, "test", 300))
                .build());
    }
}
