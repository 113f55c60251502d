package dev.tradeoff.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.shared.problem.Problem;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Tells who a caller is by the bearer token of the request (RFC 6750). What begins with {@code tradeoff_} is looked up
 * here and never shown to an issuer; nothing else is looked up here.
 */
@Singleton
final class BearerAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(BearerAuthentication.class);

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*) *");
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 10_000;

    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_BY_WHO_ASKS = (request, failure) -> {};

    private static final String MALFORMED =
            "The Authorization header cannot be read; it must be one, and “Bearer” with a token.";
    private static final String UNKNOWN = "The token is not known here.";

    private final AdminToken configured;
    private final Tokens tokens;
    private final Issuer issuer;
    private final Refusals refusals;

    /** Digests of tokens that were good lately: their holders are heard even where others at their address knock. */
    private final Cache<ByteBuffer, Boolean> goodLately = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();

    /** However many wait for an issuer that does not answer, the service's own threads are not among them. */
    private final ExecutorService askingIssuer = Executors.newVirtualThreadPerTaskExecutor();

    BearerAuthentication(AdminToken configured, Tokens tokens, Issuer issuer, Refusals refusals) {
        this.configured = configured;
        this.tokens = tokens;
        this.issuer = issuer;
        this.refusals = refusals;
    }

    @PreDestroy
    void stop() {
        askingIssuer.shutdownNow();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var headers = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        // Whoever asked for the identity answers with the failure; the framework's handler would answer a second time.
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_BY_WHO_ASKS);
        var token = token(headers);
        if (token.isEmpty()) {
            return refuse(refusals.unknown(request, MALFORMED));
        }
        return verdict(request, token.get()).flatMap(verdict -> switch (verdict) {
            case Verdict.Admitted(var caller) -> Uni.createFrom().item(caller.identity());
            case Verdict.Rejected rejected -> refuse(refusals.rejected(request, rejected));
            case Verdict.Unknown() -> refuse(refusals.unknown(request, UNKNOWN));
            case Verdict.Undecided(var why) -> refuse(Uni.createFrom().item(new Problem.Unavailable(why)));
        });
    }

    private static Optional<String> token(List<String> headers) {
        var matcher = BEARER.matcher(headers.getFirst());
        return headers.size() == 1 && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Uni<Verdict> verdict(RoutingContext request, String token) {
        if (!token.startsWith(ApiToken.PREFIX)) {
            return offLoop(() -> issuer.judge(token), askingIssuer);
        }
        var administrator = configured.recognise(token);
        if (administrator.isPresent()) {
            return Uni.createFrom().item(new Verdict.Admitted(administrator.get()));
        }
        var own = ApiToken.parse(token);
        if (own.isEmpty()) {
            return Uni.createFrom().item(new Verdict.Unknown());
        }
        var known = tokens.recognise(own.get());
        if (known.isPresent()) {
            return Uni.createFrom().item(new Verdict.Admitted(known.get()));
        }
        var digest = ByteBuffer.wrap(ApiToken.sha256(token));
        if (goodLately.getIfPresent(digest) == null) {
            var spent = refusals.spent(request);
            if (spent != null) {
                return Uni.createFrom().failure(spent.refused());
            }
        }
        return offLoop(() -> tokens.judge(own.get()), Infrastructure.getDefaultExecutor())
                .invoke(verdict -> {
                    if (verdict instanceof Verdict.Admitted) {
                        goodLately.put(digest, true);
                    } else {
                        goodLately.invalidate(digest);
                    }
                });
    }

    /** Who cannot be asked about tokens cannot say that one is wrong either. */
    private static Uni<Verdict> offLoop(Supplier<Verdict> judge, Executor executor) {
        var context = Vertx.currentContext();
        var verdict = Uni.createFrom()
                .item(judge)
                .runSubscriptionOn(executor)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("A token cannot be checked: %s", failure.toString());
                    return new Verdict.Undecided(
                            "Tokens cannot be checked at the moment: who keeps them is out of reach.");
                });
        return context == null ? verdict : verdict.emitOn(task -> context.runOnContext(ready -> task.run()));
    }

    private static Uni<SecurityIdentity> refuse(Uni<Problem> problem) {
        return problem.flatMap(refusal -> Uni.createFrom().failure(refusal.refused()));
    }

    /** Not asked: every refusal is answered as a problem, with its challenge. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"tradeoff\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
