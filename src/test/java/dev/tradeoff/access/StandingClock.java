package dev.tradeoff.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** For tests that must not see a minute end: it is ten seconds past the full minute, and stays so. */
@Alternative
@ApplicationScoped
class StandingClock {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.fixed(Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(10), ZoneOffset.UTC);
    }
}
