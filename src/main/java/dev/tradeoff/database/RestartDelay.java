package dev.tradeoff.database;

import java.time.Duration;

/** How long to wait before a server is started again: not at all after a long life, ever longer after short ones. */
record RestartDelay(Duration duration) {

    static final RestartDelay NONE = new RestartDelay(Duration.ZERO);

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A server that has lived this long did not die of being started. */
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);

    RestartDelay after(Duration life) {
        return life.compareTo(LONG_LIFE) < 0 ? longer() : NONE;
    }

    private RestartDelay longer() {
        if (duration.isZero()) return new RestartDelay(SHORTEST);
        var doubled = duration.multipliedBy(2);
        return new RestartDelay(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
