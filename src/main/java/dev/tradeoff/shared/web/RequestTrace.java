package dev.tradeoff.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every answer, of whatever route, its Date and its request id, and every log line of a request that id. A caller's
 * own {@code X-Request-Id} is kept if it is short and plain, so that one id follows a request through several services.
 */
@Singleton
final class RequestTrace {

    static final String HEADER = "X-Request-Id";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final long SECOND = 1_000;

    private final Clock clock;
    private volatile String date;

    RequestTrace(Clock clock, Vertx vertx) {
        this.clock = clock;
        this.date = now();
        vertx.setPeriodic(SECOND, timer -> date = now());
    }

    void register(@Observes Filters filters) {
        filters.register(this::trace, BEFORE_EVERYTHING);
    }

    private void trace(RoutingContext request) {
        var given = request.request().getHeader(HEADER);
        var id = given != null && PLAIN.matcher(given).matches()
                ? given
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
        MDC.put("requestId", id);
        request.response().putHeader(HEADER, id).putHeader("Date", date);
        request.next();
    }

    private String now() {
        return HTTP_DATE.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
