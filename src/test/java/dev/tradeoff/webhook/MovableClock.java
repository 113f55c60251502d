package dev.tradeoff.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on, and can be put forward: nobody waits a day. */
@Alternative
@ApplicationScoped
class MovableClock {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    static void forward(Duration by) {
        AHEAD.accumulateAndGet(by, Duration::plus);
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        InstantSource source = () -> Instant.now().plus(AHEAD.get()).truncatedTo(ChronoUnit.MICROS);
        return source.withZone(ZoneOffset.UTC);
    }
}
