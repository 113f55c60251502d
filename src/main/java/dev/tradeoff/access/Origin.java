package dev.tradeoff.access;

import dev.tradeoff.shared.web.RouteTable;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from and what it wants.
 *
 * @param address of the client; behind a proxy the proxy's, unless Quarkus is told to trust what it forwards
 * @param action id of the operation; the method where there is none
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
                routes.find(method, path).map(RouteTable.Operation::id).orElse(method),
                Shown.name(path),
                requestId(request));
    }

    static @Nullable String requestId(RoutingContext request) {
        return request.response().headers().get(REQUEST_ID);
    }

    static String address(RoutingContext request) {
        var remote = request.request().remoteAddress();
        var host = remote == null ? null : remote.hostAddress();
        int zone = host == null ? -1 : host.indexOf('%');
        return host == null ? "local" : zone < 0 ? host : host.substring(0, zone);
    }
}
