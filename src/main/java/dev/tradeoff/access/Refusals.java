package dev.tradeoff.access;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.RouteTable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests, and has each refusal in the audit before it is answered. A database that is away delays no answer by
 * more than a moment: those who are nobody are then counted in memory, and written when it is back.
 */
@Singleton
final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** While the database is known to be away, nobody waits for it. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    /** RFC 6750, 3. */
    private static final String CHALLENGE = "Bearer realm=\"tradeoff\"";

    private static final String INVALID_TOKEN = CHALLENGE + ", error=\"invalid_token\"";

    private static final String NO_TOKEN =
            "This needs a token: send the header “Authorization: Bearer …” with an API token, or with one of the configured OIDC issuer.";
    private static final String CLOSED =
            "Writes are closed: this service has no administrator, neither a token nor an OIDC issuer. Whoever runs it configures one: TRADEOFF_ACCESS_ADMIN_TOKEN, say.";

    private final Audit audit;
    private final RefusedAttempts attempts;
    private final Administrators administrators;
    private final RouteTable routes;
    private final Clock clock;
    private volatile long awayAt;

    Refusals(Audit audit, RefusedAttempts attempts, Administrators administrators, RouteTable routes, Clock clock) {
        this.audit = audit;
        this.attempts = attempts;
        this.administrators = administrators;
        this.routes = routes;
        this.clock = clock;
    }

    /** Of a request that says nothing about who sends it. */
    Uni<Problem> nobody(RoutingContext request) {
        return counted(
                request,
                () -> {
                    boolean closed = administrators.none();
                    return new Problem.Unauthenticated(closed ? CLOSED : NO_TOKEN, CHALLENGE);
                },
                new Problem.Unauthenticated(NO_TOKEN, CHALLENGE));
    }

    /** Of a request with a token that tells nothing about who sends it. */
    Uni<Problem> unknown(RoutingContext request, String detail) {
        var problem = new Problem.Unauthenticated(detail, INVALID_TOKEN);
        return counted(request, () -> problem, problem);
    }

    /** Of somebody whose token is genuine and not taken. */
    Uni<Problem> rejected(RoutingContext request, Verdict.Rejected verdict) {
        var address = Origin.address(request);
        if (!attempts.count(address)) {
            return Uni.createFrom().item(tooMany(address));
        }
        return recorded(
                request, verdict.caller(), verdict.why(), new Problem.Unauthenticated(verdict.why(), INVALID_TOKEN));
    }

    /** Of somebody who is known, and may not do this. */
    Uni<Problem> forbidden(RoutingContext request, Caller caller, String role) {
        var may = caller.roles().isEmpty()
                ? "this caller has no role"
                : "this caller has " + String.join(", ", caller.roles());
        return recorded(
                request,
                caller,
                "needs the role " + role,
                new Problem.Forbidden(
                        "This needs the role “" + role + "”; " + may + ".",
                        CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + role + "\""));
    }

    /** Whether the address has used up what it may try, so that nothing more is looked at. */
    @Nullable
    Problem spent(RoutingContext request) {
        var address = Origin.address(request);
        if (!attempts.isSpent(address)) {
            return null;
        }
        attempts.count(address);
        return tooMany(address);
    }

    private Problem tooMany(String address) {
        return new Problem.TooManyAttempts(
                "Too many attempts without a valid token came from the address " + address + " in this minute.",
                attempts.secondsLeft());
    }

    private Uni<Problem> counted(RoutingContext request, Supplier<Problem> answer, Problem whileAway) {
        var address = Origin.address(request);
        if (!attempts.count(address)) {
            return Uni.createFrom().item(tooMany(address));
        }
        if (isAway()) {
            attempts.writeLater(address);
            return Uni.createFrom().item(whileAway);
        }
        return written(
                () -> {
                    attempts.write(address);
                    return answer.get();
                },
                whileAway);
    }

    private Uni<Problem> recorded(RoutingContext request, Caller caller, String reason, Problem answer) {
        var origin = Origin.of(request, routes);
        if (isAway()) {
            LOG.warnf("Not in the audit, the database is away: %s was refused %s", caller.name(), origin);
            return Uni.createFrom().item(answer);
        }
        return written(
                () -> {
                    audit.refused(caller, origin, reason);
                    return answer;
                },
                answer);
    }

    private Uni<Problem> written(Supplier<Problem> work, Problem whileAway) {
        var context = Vertx.currentContext();
        var answer = Uni.createFrom()
                .item(work)
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    awayAt = clock.millis();
                    LOG.warnf("A refusal could not be written to the audit: %s", failure.toString());
                    return whileAway;
                });
        return context == null ? answer : answer.emitOn(task -> context.runOnContext(ready -> task.run()));
    }

    private boolean isAway() {
        return clock.millis() - awayAt < RECOVERY.toMillis();
    }
}
