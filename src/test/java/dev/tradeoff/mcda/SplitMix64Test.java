package dev.tradeoff.mcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The generator gives the numbers of its paper, and what is drawn with it has the right moments. */
class SplitMix64Test {

    private static final int DRAWS = 100_000;

    /** The JDK's generator of the same paper is the same to its last bit, though it does not promise to stay so. */
    @Test
    void numbers_are_those_of_the_paper() {
        for (var seed : new long[] {0, 1, -1, 1234567, Long.MIN_VALUE}) {
            var ours = new SplitMix64(seed);
            var theirs = new SplittableRandom(seed);
            for (var i = 0; i < 100; i++) {
                assertThat(ours.next()).isEqualTo(theirs.nextLong());
            }
        }
        assertThat(new SplitMix64(0).next()).isEqualTo(0xE220A8397B1DCDAFL);
    }

    @Test
    void normals_have_mean_0_and_variance_1() {
        var random = new SplitMix64(1964);
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < DRAWS; i++) {
            var normal = random.normal();
            sum += normal;
            squares += normal * normal;
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(1, within(4 * Math.sqrt(2.0 / DRAWS)));
    }

    /** On the simplex of n weights each has mean 1/n and variance (n − 1) / (n² (n + 1)). */
    @Test
    void weights_are_uniform_on_the_simplex() {
        var random = new SplitMix64(1986);
        var weights = new double[5];
        var sums = new double[5];
        var squares = new double[5];
        for (var i = 0; i < DRAWS; i++) {
            random.weights(weights);
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-15));
            for (var j = 0; j < 5; j++) {
                sums[j] += weights[j];
                squares[j] += (weights[j] - 0.2) * (weights[j] - 0.2);
            }
        }
        var variance = 4 / (25.0 * 6);
        for (var j = 0; j < 5; j++) {
            assertThat(sums[j] / DRAWS).isCloseTo(0.2, within(4 * Math.sqrt(variance / DRAWS)));
            assertThat(squares[j] / DRAWS).isCloseTo(variance, within(0.02 * variance));
        }
    }

    @Test
    void an_only_weight_is_1() {
        var weights = new double[1];
        new SplitMix64(1).weights(weights);
        assertThat(weights).containsExactly(1);
    }
}
