package dev.tradeoff.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells where the database is and whether it answers. Always up: while the database is away, readers are served from
 * memory, and to take the service from them would help nobody.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** However many ask, the database is asked once a second. */
    private static final Duration FRESHNESS = Duration.ofSeconds(1);

    private final boolean embedded;
    private final Uni<Boolean> reachable;

    DatabaseHealth(
            DataSource database,
            @ConfigProperty(name = EmbeddedConnection.RUNNING_IN) Optional<String> embeddedFolder) {
        this.embedded = embeddedFolder.isPresent();
        this.reachable = Uni.createFrom()
                .item(() -> answers(database))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false)
                .memoize()
                .atLeast(FRESHNESS);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return reachable.map(this::response);
    }

    private HealthCheckResponse response(boolean answers) {
        return HealthCheckResponse.named("database")
                .up()
                .withData("reachable", answers)
                .withData("embedded", embedded)
                .build();
    }

    private static boolean answers(DataSource database) {
        try (var connection = database.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException away) {
            return false;
        }
    }
}
