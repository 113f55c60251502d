package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
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
    private static final String API = "/api/";
    private static final String FRAMEWORK = "/q/";
    private static final int NO_CONTENT = 204;
    private static final String EXPOSED = "ETag, Link, Location, Retry-After, " + RequestTrace.HEADER;
    private static final String ALLOWED =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Mcp-Protocol-Version, Mcp-Session-Id, "
                    + RequestTrace.HEADER;
    private static final String READS = "GET, HEAD, POST";
    private static final String WRITES = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String DAY = "86400";

    /** Where the framework's metrics look for a name before they take the address, of which there are endlessly many. */
    static final String NAME_IN_METRICS = "UrlPathTemplate";

    private final ProblemAnswers problems;
    private final RouteTable routes;
    private final Instance<AddressHeaders> known;
    private volatile List<AddressHeaders> headers = List.of();
    private final Set<String> readOrigins;
    private final Set<String> writeOrigins;

    HttpEdge(
            ProblemAnswers problems,
            RouteTable routes,
            Instance<AddressHeaders> known,
            @ConfigProperty(name = "tradeoff.cors.read-origins") List<String> readOrigins,
            @ConfigProperty(name = "tradeoff.cors.write-origins") Optional<List<String>> writeOrigins) {
        this.problems = problems;
        this.routes = routes;
        this.known = known;
        this.readOrigins = Set.copyOf(readOrigins);
        this.writeOrigins = Set.copyOf(writeOrigins.orElse(List.of()));
    }

    /** Filters are made while the program is still being put together, and who knows headers needs its configuration. */
    void start(@Observes StartupEvent event) {
        headers = known.stream().toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_TRACE);
    }

    void register(@Observes Router router) {
        router.route().order(LAST).handler(request -> problems.answer(request, ProblemAnswers.unknownRoute()));
    }

    private void check(RoutingContext request) {
        var http = request.request();
        if (http.uri().length() > LONGEST_ADDRESS) {
            problems.answer(request, new Problem.UriTooLong("The address is longer than 16 KiB."));
        } else if (!isUri(http.uri())) {
            problems.answer(request, ProblemAnswers.notAUri());
        } else if (request.normalizedPath().indexOf(';') >= 0) {
            // JAX-RS would take the parameters of a segment off before it looks for an operation, and nobody else does.
            problems.answer(request, ProblemAnswers.unknownRoute());
        } else if (size(request) > LARGEST_HEADERS) {
            problems.answer(request, new Problem.HeadersTooLarge("The header fields together are longer than 32 KiB."));
        } else {
            var shared = share(request);
            head(request);
            if (http.method() == HttpMethod.OPTIONS) {
                options(request, shared);
            } else {
                request.next();
            }
        }
    }

    private void head(RoutingContext request) {
        var path = request.normalizedPath();
        if (!path.startsWith(API)) {
            headers.forEach(each -> each.add(path, request.response().headers()));
        }
    }

    /**
     * Lets pages of the configured origins read the answer (CORS, as the Fetch standard has it). Those of others are
     * answered all the same, and their browsers keep the answer from them; what they may not read they may not send
     * either, where a browser asks before.
     *
     * @return the methods that a page of that origin may use; empty for none
     */
    private String share(RoutingContext request) {
        var origin = request.request().getHeader(HttpHeaders.ORIGIN);
        var headers = request.response().headers();
        var origins = isRead(request) ? readOrigins : writeOrigins;
        boolean anyOrigin = origins.contains("*");
        if (!anyOrigin && !origins.isEmpty()) {
            request.addHeadersEndHandler(end -> headers.add(HttpHeaders.VARY, "Origin"));
        }
        if (origin == null || !anyOrigin && !origins.contains(origin)) {
            return "";
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, anyOrigin ? "*" : origin)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        return origins == readOrigins ? READS : WRITES;
    }

    /** Reads, and what computes without storing, which is a POST that needs no role. */
    private boolean isRead(RoutingContext request) {
        var http = request.request();
        var method = http.method() == HttpMethod.OPTIONS
                ? String.valueOf(http.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD))
                : http.method().name();
        return method.equals("GET")
                || method.equals("HEAD")
                || routes.find(method, request.normalizedPath())
                        .filter(RouteTable.Operation::isOpenToAll)
                        .isPresent();
    }

    private void options(RoutingContext request, String allowed) {
        var methods = routes.methods(request.normalizedPath());
        if (!allowed.isEmpty()) {
            request.response()
                    .setStatusCode(NO_CONTENT)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, allowed)
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

    /** Most addresses have nothing in them that would have to be parsed. */
    private static boolean isPlain(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if ((c < 'a' || c > 'z') && c != '-' && c != '/' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return uri.startsWith("/") && !uri.startsWith("//");
    }

    private static boolean isUri(String uri) {
        if (isPlain(uri)) {
            return true;
        }
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
