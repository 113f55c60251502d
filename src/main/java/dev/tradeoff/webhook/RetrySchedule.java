package dev.tradeoff.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that was not taken is sent again: after a moment, then more and more seldom, for three days in all. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /**
     * How long to wait after an attempt that failed.
     *
     * @param attempts how many there have been, that one included
     * @return empty: it is given up
     */
    static Optional<Duration> pauseAfter(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
