package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartDelayTest {

    @Test
    void a_server_that_has_lived_long_is_started_again_at_once() {
        assertThat(RestartDelay.NONE.after(Duration.ofHours(1))).isEqualTo(RestartDelay.NONE);
        assertThat(new RestartDelay(Duration.ofSeconds(8)).after(Duration.ofMinutes(1)))
                .isEqualTo(RestartDelay.NONE);
    }

    @Test
    void one_that_dies_young_waits_twice_as_long_each_time_but_never_over_half_a_minute() {
        var delays = Stream.iterate(RestartDelay.NONE, delay -> delay.after(Duration.ofSeconds(1)))
                .limit(12)
                .map(delay -> delay.duration().toMillis());
        assertThat(delays)
                .containsExactly(
                        0L, 100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 30_000L, 30_000L);
    }
}
