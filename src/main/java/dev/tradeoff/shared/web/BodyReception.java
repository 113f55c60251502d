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

    /** Right after what refuses addresses (9000): who asks does not matter to what anybody may ask. */
    private static final int BEFORE_AUTHENTICATION = 7_000;

    private static final String PUBLIC = "public";

    /** Of what is thrown away, no more than this is waited for. */
    private static final long PATIENCE = 16L * 1024 * 1024;

    /** What is promised is no reason to reserve memory before it comes. */
    private static final int PROMISED = 64 * 1024;

    private static final long JSON_LIMIT = 10L * 1024 * 1024;
    private static final long COMPUTING_LIMIT = 1024L * 1024;

    private final RouteTable routes;
    private final IdentityProviderManager identities;
    private final long importLimit;
    private final boolean isPublic;
    private final Room ofAnybody;
    private final Room ofCallers = new Room(Long.MAX_VALUE);

    BodyReception(
            RouteTable routes,
            IdentityProviderManager identities,
            @ConfigProperty(name = "tradeoff.import.max-size") MemorySize importLimit,
            @ConfigProperty(name = "tradeoff.access.reads") String reads,
            ComputingSettings computing) {
        this.routes = routes;
        this.identities = identities;
        this.importLimit = importLimit.asLongValue();
        this.isPublic = isPublic(reads);
        this.ofAnybody = new Room(computing.bodiesMemory().asLongValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, AFTER_AUTHENTICATION);
        if (isPublic) {
            filters.register(this::receiveOpen, BEFORE_AUTHENTICATION);
        }
    }

    private static boolean isPublic(String reads) {
        return reads.equalsIgnoreCase(PUBLIC);
    }

    /**
     * The place of a filter that finds the bodies received that anybody may send.
     *
     * @param reads who may read
     */
    static int afterOpenBodies(String reads) {
        return (isPublic(reads) ? BEFORE_AUTHENTICATION : AFTER_AUTHENTICATION) - 1;
    }

    private void receiveOpen(RoutingContext request) {
        var http = request.request();
        if (hasBody(http)
                && routes.find(http.method().name(), request.normalizedPath())
                        .filter(operation -> operation.readsBody() && operation.isOpenToAll())
                        .isPresent()) {
            take(request, COMPUTING_LIMIT, ofAnybody);
        } else {
            request.next();
        }
    }

    private void receive(RoutingContext request) {
        var http = request.request();
        if (!hasBody(http) || request.get(SentBody.KEY) != null) {
            request.next();
            return;
        }
        var operation = routes.find(http.method().name(), request.normalizedPath());
        if (operation.isEmpty() || !operation.get().readsBody()) {
            discard(request);
        } else if (operation.get().isOpenToAll()) {
            take(request, COMPUTING_LIMIT, ofAnybody);
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
                        take(request, operation.hasLongBody() ? importLimit : JSON_LIMIT, ofCallers);
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

    private void take(RoutingContext request, long limit, Room room) {
        var http = request.request();
        if (announced(http) > limit) {
            request.put(SentBody.KEY, new SentBody.TooLarge(limit));
            discard(request);
            return;
        }
        if (waits(http)) {
            http.response().writeContinue();
        }
        receive(request, new Reception(limit, room, Buffer.buffer((int) Math.min(announced(http), PROMISED))));
    }

    private void discard(RoutingContext request) {
        var http = request.request();
        if (waits(http) || announced(http) > PATIENCE) {
            http.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.next();
        } else {
            receive(request, new Reception(0, ofCallers, Buffer.buffer()));
        }
    }

    /** Goes on to the operation when all has come, or when it is too much to wait for. */
    private static void receive(RoutingContext request, Reception reception) {
        var http = request.request();
        request.addEndHandler(answered -> reception.giveBack());
        http.exceptionHandler(lost -> reception.over = true); // the client is gone, nobody waits for an answer
        http.handler(part -> {
            reception.take(part);
            if (reception.isBeyondPatience() && !reception.over) {
                reception.over = true;
                request.put(SentBody.KEY, new SentBody.TooLarge(reception.limit));
                http.response().putHeader(HttpHeaders.CONNECTION, "close");
                request.next();
            }
        });
        http.endHandler(end -> {
            if (!reception.over) {
                if (reception.limit > 0) {
                    request.put(SentBody.KEY, reception.body());
                }
                request.next();
            }
        });
        http.resume();
    }

    /** A body that is coming. What is within the limit is kept, as long as there is room. */
    private static final class Reception {

        private final long limit;
        private final Room room;
        private final Buffer kept;
        private long read;
        private long taken;
        private boolean crowded;
        private boolean over;

        Reception(long limit, Room room, Buffer kept) {
            this.limit = limit;
            this.room = room;
            this.kept = kept;
        }

        void take(Buffer part) {
            read += part.length();
            if (read <= limit && !crowded) {
                if (room.take(part.length())) {
                    taken += part.length();
                    kept.appendBuffer(part);
                } else {
                    crowded = true;
                }
            }
        }

        boolean isBeyondPatience() {
            return read > limit + PATIENCE;
        }

        SentBody body() {
            if (read > limit) {
                return new SentBody.TooLarge(limit);
            }
            return crowded ? new SentBody.NoRoom() : new SentBody.Received(kept, limit);
        }

        void giveBack() {
            room.giveBack(taken);
        }
    }
}
