package dev.tradeoff.access;

import dev.tradeoff.shared.web.RouteTable;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from and what it wants.
 *
 * @param address of the client; behind a proxy the proxy's, unless Quarkus is told to trust what it forwards
 * @param action what is to be done, as the operation is called: {@code create-token}; the method where there is none
 */
record Origin(
        String address,
        String action,
        String target,
        @Nullable String requestId) {

    private static final String REQUEST_ID = "X-Request-Id";

    static Origin of(RoutingContext request, RouteTable routes) {
        var http = request.request();
        var method = http.method().name();
        var path = request.normalizedPath();
        return new Origin(
                address(request),
                routes.find(method, path)
                        .map(operation -> kebab(operation.id()))
                        .orElse(method),
                Shown.name(path),
                request.response().headers().get(REQUEST_ID));
    }

    private static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String address(RoutingContext request) {
        var remote = request.request().remoteAddress();
        var host = remote == null ? null : remote.hostAddress();
        return host == null ? "local" : host.replaceFirst("%.*", "");
    }
}
