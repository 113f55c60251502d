package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is settled before a request reaches its operation: addresses and headers that are too long or no addresses,
 * OPTIONS, other origins, and addresses that nothing has. The HTTP server beneath would refuse the first kind with an
 * empty answer; it is therefore set to read more than is allowed here.
 */
@Singleton
final class HttpEdge {

    private static final int LONGEST_ADDRESS = 16 * 1024;
    private static final int LARGEST_HEADERS = 32 * 1024;
    private static final int AFTER_TRACE = 9_000;
    private static final int LAST = Integer.MAX_VALUE;
    private static final String FRAMEWORK = "/q/";
    private static final int FOUND = 302;
    private static final String FRONT_DOOR = "/q/swagger-ui/";

    private final ProblemAnswers problems;
    private final RouteTable routes;
    private final CorsHandler readers;

    HttpEdge(
            ProblemAnswers problems,
            RouteTable routes,
            @ConfigProperty(name = "tradeoff.cors.read-origins") List<String> readOrigins) {
        this.problems = problems;
        this.routes = routes;
        this.readers = CorsHandler.create()
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                .allowedHeaders(Set.of("Accept", "If-None-Match", RequestTrace.HEADER))
                .exposedHeaders(Set.of("ETag", "Link", "Location", "Retry-After", RequestTrace.HEADER))
                .maxAgeSeconds(86_400);
        readOrigins.forEach(readers::addOrigin);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_TRACE);
    }

    void register(@Observes Router router) {
        router.route("/").handler(request -> request.response()
                .setStatusCode(FOUND)
                .putHeader("Location", FRONT_DOOR)
                .end());
        router.route().order(LAST).handler(request -> problems.answer(request, ProblemAnswers.unknownRoute()));
    }

    private void check(RoutingContext request) {
        var http = request.request();
        if (http.uri().length() > LONGEST_ADDRESS) {
            problems.answer(request, new Problem.UriTooLong("The address is longer than 16 KiB."));
        } else if (!isUri(http.uri())) {
            problems.answer(request, ProblemAnswers.notAUri());
        } else if (size(request) > LARGEST_HEADERS) {
            problems.answer(request, new Problem.HeadersTooLarge("The header fields together are longer than 32 KiB."));
        } else if (isRead(request)) {
            readers.handle(request); // goes on by itself, unless it is a preflight
        } else if (http.method() == HttpMethod.OPTIONS) {
            options(request);
        } else {
            request.next();
        }
    }

    private static boolean isRead(RoutingContext request) {
        var http = request.request();
        var method = http.method() == HttpMethod.OPTIONS
                ? http.getHeader("Access-Control-Request-Method")
                : http.method().name();
        return http.getHeader("Origin") != null && ("GET".equals(method) || "HEAD".equals(method));
    }

    private void options(RoutingContext request) {
        var methods = routes.methods(request.normalizedPath());
        if (request.normalizedPath().startsWith(FRAMEWORK)) {
            request.next();
        } else if (methods.isEmpty()) {
            problems.answer(request, ProblemAnswers.unknownRoute());
        } else {
            request.response()
                    .setStatusCode(204)
                    .putHeader("Allow", String.join(", ", methods))
                    .end();
        }
    }

    private static boolean isUri(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int size(RoutingContext request) {
        int size = 0;
        for (var header : request.request().headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
