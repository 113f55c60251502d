package dev.tradeoff.mcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Arithmetic on which the rest stands. */
class NumbersTest {

    @Test
    void sums_keep_what_plain_ones_lose() {
        assertThat(1e16 + 1 - 1e16).isNotEqualTo(1);
        assertThat(Numbers.sum(new double[] {1e16, 1, -1e16})).isEqualTo(1);
        assertThat(Numbers.sum(new double[] {1, 1e16, -1e16})).isEqualTo(1);
        var sums = new WeightedSums(2);
        sums.add(1, new double[] {1e16, 1}, 0);
        sums.add(2, new double[] {0, 0, 0.5, 0.5}, 2);
        sums.add(-1, new double[] {1e16, 1e16}, 0);
        var totals = new double[2];
        sums.copyTo(totals);
        assertThat(totals).containsExactly(1, 2 - 1e16);
        sums.clear();
        sums.copyTo(totals);
        assertThat(totals).containsExactly(0, 0);
    }

    @Test
    void positions_between_ends_that_are_far_apart() {
        assertThat(Numbers.position(1, 0, 4)).isEqualTo(0.25);
        assertThat(Numbers.position(3, 4, 0)).isEqualTo(0.25);
        assertThat(Numbers.position(0, -1.7e308, 1.7e308)).isEqualTo(0.5);
    }

    @Test
    void both_roots_of_a_quadratic_keep_their_digits() {
        assertThat(Quadratic.firstRoot(2, -3, 1)).isCloseTo(1, within(1e-15));
        assertThat(Quadratic.secondRoot(2, -3, 1)).isCloseTo(2, within(1e-15));
        assertThat(Quadratic.firstRoot(1e-9, -1, 1)).isCloseTo(1e-9, within(1e-17));
        assertThat(Quadratic.firstRoot(-3, 2, 0)).isEqualTo(1.5);
        assertThat(Quadratic.secondRoot(-3, 2, 0)).isNaN();
        assertThat(Quadratic.firstRoot(1, 0, 1)).isNaN();
    }

    @Test
    void a_double_root_is_found_whatever_its_rounding() {
        for (var root = 0.1; root < 3; root += 0.1) {
            var linear = -2 * root;
            assertThat(Quadratic.firstRoot(root * root, linear, 1)).isCloseTo(root, within(1e-7));
            assertThat(Quadratic.firstRoot(root * root * (1 + 1e-15), linear, 1))
                    .isCloseTo(root, within(1e-7));
        }
    }
}
