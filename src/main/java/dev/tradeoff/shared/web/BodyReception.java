package dev.tradeoff.shared.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Receives bodies before their operations run: whole, up to a limit, without holding a thread, and only from callers who
 * may write something. What is beyond the limit, comes from others, or is read by nobody, is received to its end too and
 * thrown away: many clients listen only when they have said everything.
 */
@Singleton
final class BodyReception {

    /** After the framework has prepared authentication (200), before the operation. */
    private static final int AFTER_AUTHENTICATION = 50;

    /** Of what is thrown away, no more than this is waited for. */
    private static final long PATIENCE = 16L * 1024 * 1024;

    /** What is promised is no reason to reserve memory before it comes. */
    private static final int PROMISED = 64 * 1024;

    private static final long JSON_LIMIT = 10L * 1024 * 1024;
    private static final long COMPUTING_LIMIT = 1024L * 1024;

    private final RouteTable routes;
    private final IdentityProviderManager identities;
    private final long importLimit;

    BodyReception(
            RouteTable routes,
            IdentityProviderManager identities,
            @ConfigProperty(name = "tradeoff.import.max-size") MemorySize importLimit) {
        this.routes = routes;
        this.identities = identities;
        this.importLimit = importLimit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, AFTER_AUTHENTICATION);
    }

    private void receive(RoutingContext request) {
        var http = request.request();
        if (!hasBody(http)) {
            request.next();
            return;
        }
        var operation = routes.find(http.method().name(), request.normalizedPath());
        if (operation.isEmpty() || !operation.get().readsBody()) {
            discard(request);
        } else if (operation.get().isOpenToAll()) {
            take(request, COMPUTING_LIMIT);
        } else {
            authenticated(request, operation.get());
        }
    }

    private void authenticated(RoutingContext request, RouteTable.Operation operation) {
        request.request().pause();
        var context = Objects.requireNonNull(Vertx.currentContext());
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .onFailure()
                .recoverWithNull() // refused, with its reason, where the operation asks for its role
                .map(Optional::<SecurityIdentity>ofNullable)
                .subscribe()
                .with(identity -> context.runOnContext(ready -> {
                    if (identity.filter(known -> !known.isAnonymous()).isPresent()) {
                        take(request, operation.hasLongBody() ? importLimit : JSON_LIMIT);
                    } else {
                        discard(request);
                    }
                }));
    }

    private static boolean hasBody(HttpServerRequest http) {
        var length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
        return http.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || length != null && !length.equals("0");
    }

    /** A client that waits for permission to send (RFC 9110, 10.1.1) has nothing under way. */
    private static boolean waits(HttpServerRequest http) {
        return "100-continue".equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT));
    }

    private static long announced(HttpServerRequest http) {
        var length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void take(RoutingContext request, long limit) {
        var http = request.request();
        if (announced(http) > limit) {
            request.put(SentBody.KEY, new SentBody.TooLarge(limit));
            discard(request);
            return;
        }
        if (waits(http)) {
            http.response().writeContinue();
        }
        receive(request, limit, Buffer.buffer((int) Math.min(announced(http), PROMISED)));
    }

    private static void discard(RoutingContext request) {
        var http = request.request();
        if (waits(http) || announced(http) > PATIENCE) {
            http.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.next();
        } else {
            receive(request, 0, Buffer.buffer());
        }
    }

    /** Keeps what is within the limit; goes on to the operation when all has come, or when it is too much to wait for. */
    private static void receive(RoutingContext request, long limit, Buffer kept) {
        var http = request.request();
        var reception = new Object() {
            long read;
            boolean over;
        };
        http.exceptionHandler(lost -> reception.over = true); // the client is gone, nobody waits for an answer
        http.handler(part -> {
            reception.read += part.length();
            if (reception.read <= limit) {
                kept.appendBuffer(part);
            } else if (reception.read > limit + PATIENCE && !reception.over) {
                reception.over = true;
                request.put(SentBody.KEY, new SentBody.TooLarge(limit));
                http.response().putHeader(HttpHeaders.CONNECTION, "close");
                request.next();
            }
        });
        http.endHandler(end -> {
            if (!reception.over) {
                if (limit > 0) {
                    request.put(
                            SentBody.KEY,
                            reception.read > limit ? new SentBody.TooLarge(limit) : new SentBody.Received(kept, limit));
                }
                request.next();
            }
        });
        http.resume();
    }
}
