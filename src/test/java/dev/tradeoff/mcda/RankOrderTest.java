package dev.tradeoff.mcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By hand: 1/3 (1 + 1/2 + 1/3) = 11/18, 1/3 (1/2 + 1/3) = 5/18, 1/9. */
class RankOrderTest {

    @Test
    void centroids_of_up_to_three() {
        assertThat(RankOrder.centroid(1)).containsExactly(1.0);
        assertThat(RankOrder.centroid(2)).containsExactly(0.75, 0.25);
        var three = RankOrder.centroid(3);
        assertThat(three.get(0)).isCloseTo(11 / 18.0, within(1e-15));
        assertThat(three.get(1)).isCloseTo(5 / 18.0, within(1e-15));
        assertThat(three.get(2)).isCloseTo(1 / 9.0, within(1e-15));
    }

    @Test
    void they_fall_and_sum_to_1() {
        var weights = RankOrder.centroid(200);
        assertThat(weights.stream().mapToDouble(weight -> weight).sum()).isCloseTo(1, within(1e-13));
        for (var rank = 1; rank < weights.size(); rank++) {
            assertThat(weights.get(rank)).isLessThan(weights.get(rank - 1));
        }
    }

    @Test
    void an_order_of_nothing_is_refused() {
        assertThatThrownBy(() -> RankOrder.centroid(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
