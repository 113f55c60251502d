package dev.tradeoff.access;

import dev.tradeoff.access.AccessSettings.Reads;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.ProblemAnswers;
import dev.tradeoff.shared.web.RouteTable;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * Asks for an identity, of whatever role, before anything of the knowledge is read, if the operator has closed reads. Then,
 * and only then, it stands in the way of requests.
 */
@Singleton
final class ClosedReads {

    /** After the framework has prepared authentication (200), before bodies are received (50). */
    private static final int AFTER_AUTHENTICATION = 60;

    /** What tells nothing of the knowledge, and what a portal or a monitor needs before it has a token. */
    private static final List<String> OPEN = List.of("/q/", "/problems/", "/.well-known/api-catalog");

    private final boolean closed;
    private final RouteTable routes;
    private final IdentityProviderManager identities;
    private final Refusals refusals;
    private final ProblemAnswers problems;

    ClosedReads(
            AccessSettings settings,
            RouteTable routes,
            IdentityProviderManager identities,
            Refusals refusals,
            ProblemAnswers problems) {
        this.closed = settings.reads() == Reads.CLOSED;
        this.routes = routes;
        this.identities = identities;
        this.refusals = refusals;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        if (closed) {
            filters.register(this::check, AFTER_AUTHENTICATION);
        }
    }

    private void check(RoutingContext request) {
        var path = request.normalizedPath();
        if (OPEN.stream().anyMatch(path::startsWith)
                || !isOperation(request.request().method(), path)) {
            request.next();
            return;
        }
        keepPrivate(request);
        request.request().pause();
        var context = Objects.requireNonNull(Vertx.currentContext());
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .flatMap(identity -> admit(request, identity))
                .subscribe()
                .with(
                        admitted -> context.runOnContext(ready -> {
                            request.request().resume();
                            request.next();
                        }),
                        failure -> context.runOnContext(ready -> {
                            request.request().resume();
                            refuse(request, failure);
                        }));
    }

    /** What has no operation is answered as that, whoever asks. */
    private boolean isOperation(HttpMethod method, String path) {
        return routes.methods(path).contains(method.name());
    }

    private Uni<SecurityIdentity> admit(RoutingContext request, SecurityIdentity identity) {
        return identity.isAnonymous()
                ? refusals.nobody(request).flatMap(problem -> Uni.createFrom().failure(problem.refused()))
                : Uni.createFrom().item(identity);
    }

    private void refuse(RoutingContext request, Throwable failure) {
        if (failure instanceof Refused refused) {
            problems.answer(request, refused.problem());
        } else {
            problems.answer(request, new Problem.InternalError("The request failed by a mistake of the service."));
        }
    }

    /** No shared cache may give to others what was given to one. */
    private static void keepPrivate(RoutingContext request) {
        var headers = request.response().headers();
        request.addHeadersEndHandler(end -> {
            var caching = headers.get(HttpHeaders.CACHE_CONTROL);
            if (caching != null && caching.startsWith("public")) {
                headers.set(HttpHeaders.CACHE_CONTROL, "private" + caching.substring("public".length()));
            }
        });
    }
}
