package dev.tradeoff.access;

import dev.tradeoff.access.AccessSettings.Reads;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.ProblemAnswers;
import dev.tradeoff.shared.web.RouteTable;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks for an identity, of whatever role, before anything of the knowledge is read, if the operator has closed reads. Then,
 * and only then, it stands in the way of requests: of all but those to what is open, and to what no reading of the address
 * could take for an operation.
 */
@Singleton
final class ClosedReads {

    /** After the framework has prepared authentication (200), before bodies are received (50). */
    private static final int AFTER_AUTHENTICATION = 60;

    /** What tells nothing of the knowledge, and what a portal or a monitor needs before it has a token. */
    private static final Set<String> OPEN =
            Set.of("/q", "/problems", "/robots.txt", "/.well-known/api-catalog", "/portal/backstage/catalog-info.yaml");

    private static final List<String> OPEN_BELOW = List.of("/q/", "/problems/", "/assets/");
    private static final String API = "/api/";
    private static final String PARAMETERS_IN_PATH = ";[^/]*";

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
        if (isOpen(path) || isNothing(request.request().method().name(), path)) {
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

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
    }

    /**
     * What has no operation is answered as that, whoever asks. JAX-RS overlooks parameters in a path, and may decode what
     * is not decoded here; where one of the ways to read the address has the operation, the address has it.
     */
    private boolean isNothing(String method, String path) {
        if (!path.startsWith(API)) {
            return false;
        }
        var methods = new TreeSet<String>();
        try {
            var decoded = QueryStringDecoder.decodeComponent(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            for (var reading : List.of(path, decoded)) {
                methods.addAll(routes.methods(reading));
                methods.addAll(routes.methods(reading.replaceAll(PARAMETERS_IN_PATH, "")));
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        return !methods.contains(method);
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
