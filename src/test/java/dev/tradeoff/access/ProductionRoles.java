package dev.tradeoff.access;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A fresh PostgreSQL with the roles that {@code docs/access.md} gives it, by the very statements that stand there. */
public final class ProductionRoles implements QuarkusTestResourceLifecycleManager {

    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private EmbeddedPostgres postgres;

    /** The documented scripts in their order: roles, default privileges, what is taken away, how old entries go. */
    static List<String> scripts() {
        try {
            return SQL.matcher(Files.readString(Path.of("docs/access.md")))
                    .results()
                    .map(script -> script.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(String url, String user, String password, String script) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            for (var one : script.split(";")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            var url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/";
            run(url + "postgres", "postgres", "postgres", scripts().get(0));
            run(url + "tradeoff", "tradeoff_owner", "owner-secret", scripts().get(1));
            return Map.of(
                    "tradeoff.access.admin-token", FreshPostgres.ADMIN_TOKEN,
                    "quarkus.datasource.jdbc.url", url + "tradeoff",
                    "quarkus.datasource.username", "tradeoff_service",
                    "quarkus.datasource.password", "service-secret",
                    "quarkus.flyway.username", "tradeoff_owner",
                    "quarkus.flyway.password", "owner-secret");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
