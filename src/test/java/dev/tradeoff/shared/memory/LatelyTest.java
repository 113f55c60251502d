package dev.tradeoff.shared.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final Lately lately = new Lately();

    @Test
    void what_comes_again_came_lately() {
        assertThat(lately.came("one")).isFalse();
        assertThat(lately.came("other")).isFalse();
        assertThat(lately.came("one")).isTrue();
        assertThat(lately.came("one")).isTrue();
        assertThat(lately.came("other")).isTrue();
    }

    @Test
    void what_came_long_ago_is_forgotten() {
        lately.came("one");
        IntStream.range(0, 100_000).forEach(number -> lately.came("other " + number));
        assertThat(lately.came("one")).isFalse();
    }

    @Test
    void hardly_anything_is_taken_for_what_it_is_not() {
        assertThat(IntStream.range(0, 100_000)
                        .filter(number -> lately.came("different " + number))
                        .count())
                .isLessThan(10);
    }
}
