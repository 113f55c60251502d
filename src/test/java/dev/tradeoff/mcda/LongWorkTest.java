package dev.tradeoff.mcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long computations stop when their thread is interrupted, and say beforehand how long they will be. */
class LongWorkTest {

    @AfterEach
    void noInterruptionIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void an_interrupted_thread_stops() {
        var matrix = Matrices.random(new Random(1), 4, 3);
        var promethee = Matrices.promethee(Normalisation.NONE, new Preference(Preference.Type.USUAL, 0, 0, 0), 3);
        var weights = Matrices.equalWeights(3);
        var analysis = Analysis.of(matrix, weights, new Method.Topsis(Normalisation.VECTOR));
        stops(() -> analysis.acceptability(10, 1));
        stops(analysis::stability);
        stops(analysis::rankReversals);
        stops(() -> Analysis.of(matrix, weights, promethee));
        stops(() -> PairwiseWeights.of(List.of(List.of(1.0))));
    }

    private static void stops(ThrowingCallable work) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(work).isInstanceOf(Stopped.class);
    }

    @Test
    void the_largest_request_is_estimated_in_minutes_and_a_usual_one_below_a_millisecond() {
        var usual = Analysis.of(
                Matrices.random(new Random(1), 2, 12),
                Matrices.equalWeights(12),
                new Method.WeightedSum(Normalisation.SCALE));
        assertThat(usual.operations(10_000)).isLessThan(1_000_000);
        for (var method : Matrices.methods(200)) {
            var effort = new Effort(100, 200, method);
            assertThat(effort.operations(100_000, 20_000, 200)).isGreaterThan(60_000_000_000L);
            assertThat(effort.operations(2_000, 0, 0)).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void more_of_anything_is_estimated_to_cost_more() {
        for (var method : Matrices.methods(20)) {
            var base = new Effort(20, 20, method).operations(1000, 0, 0);
            assertThat(new Effort(40, 20, method).operations(1000, 0, 0)).isGreaterThan(base);
            assertThat(new Effort(20, 40, method).operations(1000, 0, 0)).isGreaterThan(base);
            assertThat(new Effort(20, 20, method).operations(2000, 0, 0)).isGreaterThan(base);
            assertThat(new Effort(20, 20, method).operations(1000, 1, 1)).isGreaterThan(base);
        }
    }
}
