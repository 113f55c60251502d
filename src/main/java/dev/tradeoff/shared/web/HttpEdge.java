package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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
    private static final int NO_CONTENT = 204;
    private static final String EXPOSED = "ETag, Link, Location, Retry-After, " + RequestTrace.HEADER;
    private static final String ALLOWED = "Accept, If-None-Match, " + RequestTrace.HEADER;
    private static final String DAY = "86400";

    /** Where the framework's metrics look for a name before they take the address, of which there are endlessly many. */
    private static final String NAME_IN_METRICS = "UrlPathTemplate";

    private static final String FRONT_DOOR = "/q/swagger-ui/";

    private final ProblemAnswers problems;
    private final RouteTable routes;
    private final Set<String> readOrigins;

    HttpEdge(
            ProblemAnswers problems,
            RouteTable routes,
            @ConfigProperty(name = "tradeoff.cors.read-origins") List<String> readOrigins) {
        this.problems = problems;
        this.routes = routes;
        this.readOrigins = Set.copyOf(readOrigins);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_TRACE);
    }

    void register(@Observes Router router) {
        router.route("/").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> request.response()
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
        boolean shared = share(request);
        if (request.request().method() == HttpMethod.OPTIONS) {
            options(request, shared);
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

    /**
     * Lets pages of the configured origins read the answer (CORS, as the Fetch standard has it). Those of others are
     * answered all the same, and their browsers keep the answer from them.
     *
     * @return whether a page of another origin may send this request, or the one that a preflight announces
     */
    private boolean share(RoutingContext request) {
        var origin = request.request().getHeader(HttpHeaders.ORIGIN);
        var headers = request.response().headers();
        boolean anyOrigin = readOrigins.contains("*");
        if (!anyOrigin) {
            request.addHeadersEndHandler(end -> headers.add(HttpHeaders.VARY, "Origin"));
        }
        if (origin == null || !isRead(request.request()) || !anyOrigin && !readOrigins.contains(origin)) {
            return false;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, anyOrigin ? "*" : origin)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        return true;
    }

    private static boolean isRead(HttpServerRequest http) {
        var method = http.method() == HttpMethod.OPTIONS
                ? http.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                : http.method().name();
        return "GET".equals(method) || "HEAD".equals(method);
    }

    private void options(RoutingContext request, boolean preflight) {
        var methods = routes.methods(request.normalizedPath());
        if (preflight) {
            request.response()
                    .setStatusCode(NO_CONTENT)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY)
                    .end();
        } else if (request.normalizedPath().startsWith(FRAMEWORK)) {
            request.next();
        } else if (methods.isEmpty()) {
            problems.answer(request, ProblemAnswers.unknownRoute());
        } else {
            ContextLocals.put(NAME_IN_METRICS, "/options");
            request.response()
                    .setStatusCode(NO_CONTENT)
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
