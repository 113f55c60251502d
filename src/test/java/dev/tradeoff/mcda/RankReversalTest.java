package dev.tradeoff.mcda;

import static dev.tradeoff.mcda.Matrices.matrix;
import static dev.tradeoff.mcda.Matrices.onScale;
import static dev.tradeoff.mcda.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Options that were not first, and without which others are. */
class RankReversalTest {

    /**
     * By hand, min-max and equal weights: with c, a is 1/2 · 1/4 + 1/2 and b 1/2 + 1/2 · 0.2; without c the first
     * column is a 0, b 1, and the second a 1, b 0.
     */
    @Test
    void a_loser_that_stretches_a_column_keeps_another_first() {
        var analysis = Analysis.of(
                matrix("++", row(9, 10), row(10, 2), row(6, 0)),
                row(5, 4),
                new Method.WeightedSum(Normalisation.MIN_MAX));
        assertThat(analysis.winners()).containsExactly(0);
        assertThat(analysis.rankReversals()).containsExactly(new Reversal(2, List.of(1)));
    }

    @Test
    void what_stands_on_a_scale_is_never_reversed_by_sum_product_and_closeness() {
        var random = new Random(1983);
        for (var round = 0; round < 20; round++) {
            var matrix = Matrices.random(random, 5, 3);
            for (var method : List.of(
                    new Method.WeightedSum(Normalisation.SCALE),
                    new Method.WeightedSum(Normalisation.NONE),
                    new Method.WeightedProduct(Normalisation.SCALE, 0.2),
                    new Method.Topsis(Normalisation.SCALE))) {
                assertThat(Analysis.of(matrix, row(1, 2, 3), method).rankReversals())
                        .isEmpty();
            }
        }
    }

    @Test
    void reversals_are_what_the_smaller_matrix_says() {
        var random = new Random(1984);
        var found = 0;
        for (var round = 0; round < 30; round++) {
            var matrix = Matrices.random(random, 5, 3);
            for (var method : Matrices.methods(3)) {
                var analysis = Analysis.of(matrix, row(1, 2, 3), method);
                for (var reversal : analysis.rankReversals()) {
                    found++;
                    assertThat(analysis.winners()).doesNotContain(reversal.removed());
                    assertThat(reversal.winners())
                            .doesNotContain(reversal.removed())
                            .isNotEqualTo(analysis.winners());
                    var rows = new ArrayList<>(matrix.rows());
                    rows.remove(reversal.removed());
                    var smaller = Analysis.of(new DecisionMatrix(matrix.criteria(), rows), row(1, 2, 3), method);
                    assertThat(smaller.winners().stream()
                                    .map(i -> i < reversal.removed() ? i : i + 1)
                                    .toList())
                            .isEqualTo(reversal.winners());
                }
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void nothing_is_reversed_where_all_are_first() {
        var analysis = Analysis.of(
                onScale(row(0.5, 0.5), row(0.5, 0.5)), row(1, 1), new Method.Vikor(Normalisation.SCALE, 0.5));
        assertThat(analysis.rankReversals()).isEmpty();
    }
}
