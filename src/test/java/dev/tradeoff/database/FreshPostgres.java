package dev.tradeoff.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A fresh PostgreSQL for a test run: {@code @QuarkusTestResource(FreshPostgres.class)}. */
public final class FreshPostgres implements QuarkusTestResourceLifecycleManager {

    /** Of the administrator whom the configuration of the tests has. */
    public static final String ADMIN_TOKEN = "tradeoff_the-administrator-of-the-tests-0123456789";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "tradeoff.access.admin-token",
                ADMIN_TOKEN,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
