package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final long LONGEST_UNREAD_BODY = 16L * 1024 * 1024;
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
        } else if (hasBody(http)) {
            drain(request);
        } else {
            route(request);
        }
    }

    private void route(RoutingContext request) {
        if (isRead(request)) {
            readers.handle(request); // goes on by itself, unless it is a preflight
        } else if (request.request().method() == HttpMethod.OPTIONS) {
            options(request);
        } else {
            request.next();
        }
    }

    private static boolean hasBody(HttpServerRequest http) {
        var length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
        return http.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || length != null && !length.equals("0");
    }

    /**
     * No operation reads a body yet. What is sent all the same is read to its end and thrown away before the answer:
     * many clients listen only when they have said everything.
     */
    private void drain(RoutingContext request) {
        var http = request.request();
        var read = new AtomicLong();
        http.handler(part -> {
            if (read.addAndGet(part.length()) > LONGEST_UNREAD_BODY
                    && !request.response().ended()) {
                request.response().putHeader(HttpHeaders.CONNECTION, "close");
                problems.answer(request, new Problem.ContentTooLarge("No operation reads a body of this length."));
                http.connection().close();
            }
        });
        http.endHandler(end -> {
            if (!request.response().ended()) {
                route(request);
            }
        });
        http.resume();
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
