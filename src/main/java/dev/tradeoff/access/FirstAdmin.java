package dev.tradeoff.access;

import dev.tradeoff.database.EmbeddedConnection;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes an administrator's token when the service starts for the first time on its embedded database, and shows it to the
 * person at the terminal: on standard output and not in the log, which others keep and read.
 */
@Singleton
final class FirstAdmin {

    private static final String PORT = "quarkus.http.port";

    private final boolean embedded;
    private final AdminToken configured;
    private final Tokens tokens;
    private final AccessSettings settings;
    private final Audit audit;
    private final Clock clock;

    FirstAdmin(
            @ConfigProperty(name = EmbeddedConnection.RUNNING_IN) Optional<String> embeddedFolder,
            AdminToken configured,
            Tokens tokens,
            AccessSettings settings,
            Audit audit,
            Clock clock) {
        this.embedded = embeddedFolder.isPresent();
        this.configured = configured;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    void welcome(@ObservesAsync HttpServerStart listening) {
        if (embedded && !configured.isConfigured()) {
            QuarkusTransaction.requiringNew().call(this::make).ifPresent(this::show);
        }
    }

    private record Made(ApiToken token, Instant expiry) {}

    private Optional<Made> make() {
        if (tokens.everHadAdmin()) {
            return Optional.empty();
        }
        var token = ApiToken.random();
        var now = clock.instant();
        var expiry = now.plus(settings.tokens().longestLifetime());
        tokens.persist(new StoredToken(
                token, "first admin", "admin", List.of(Roles.ADMIN), now, Caller.SERVICE.name(), expiry));
        audit.record("create-token", TokensResource.address(token.id()), Map.of("name", "first admin"));
        return Optional.of(new Made(token, expiry));
    }

    private void show(Made made) {
        var token = made.token();
        var expiry = made.expiry();
        int port = ConfigProvider.getConfig().getValue(PORT, Integer.class);
        System.out.print("""

                A token with the role admin was made. It is shown this once, and valid until %tF:

                    %s

                With it you make tokens for those who write:

                    curl -X POST http://localhost:%d/api/v1/tokens \\
                      -H 'Authorization: Bearer %s' \\
                      -H 'Content-Type: application/json' \\
                      -d '{"name": "My first token", "roles": ["publisher"]}'

                """.formatted(expiry.atOffset(ZoneOffset.UTC), token.text(), port, token.text()));
        System.out.flush();
    }
}
