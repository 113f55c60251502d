package dev.tradeoff.access;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells who may read, and whether anybody may write. Always up: closed writes are no reason to keep readers away. */
@Readiness
@ApplicationScoped
class AccessHealth implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** However many ask, the database is asked once in this time. */
    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final String reads;
    private final boolean issuer;
    private final Uni<String> writes;

    AccessHealth(AccessSettings settings, Administrators administrators, Issuer issuer) {
        this.reads = settings.reads().name().toLowerCase(Locale.ROOT);
        this.issuer = issuer.isConfigured();
        this.writes = Uni.createFrom()
                .item(() -> administrators.none() ? "closed: there is no administrator" : "open to token holders")
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem("unknown: the database is out of reach")
                .memoize()
                .atLeast(FRESHNESS);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return writes.map(state -> HealthCheckResponse.named("access")
                .up()
                .withData("reads", reads)
                .withData("writes", state)
                .withData("oidc", issuer)
                .build());
    }
}
