package dev.tradeoff.mcda;

import static dev.tradeoff.mcda.Matrices.equalWeights;
import static dev.tradeoff.mcda.Matrices.matrix;
import static dev.tradeoff.mcda.Matrices.onScale;
import static dev.tradeoff.mcda.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scores, ranks and details, computed by hand or by the textbook. */
class MethodsTest {

    private static final Method SUM = new Method.WeightedSum(Normalisation.NONE);

    @Test
    void all_methods_score_as_the_textbook_does() {
        var random = new Random(1981);
        for (var round = 0; round < 50; round++) {
            var criteria = 1 + random.nextInt(6);
            var matrix = Matrices.random(random, 2 + random.nextInt(6), criteria);
            var weights = Matrices.randomWeights(random, criteria);
            for (var method : Matrices.methods(criteria)) {
                var expected = Textbook.strengths(matrix, weights, method);
                var scores = Analysis.of(matrix, weights, method).scores();
                for (var i = 0; i < expected.length; i++) {
                    var score = method instanceof Method.Vikor ? -scores.get(i) : scores.get(i);
                    assertThat(score).as(method + " " + matrix).isCloseTo(expected[i], within(1e-11));
                }
            }
        }
    }

    @Test
    void weights_are_rescaled_however_large_or_small() {
        for (var factor : List.of(1.0, 7.0, 1e-300, 1e300, 8e307)) {
            var analysis = Analysis.of(matrix("++", row(1, 0)), row(factor, factor), SUM);
            assertThat(analysis.weights()).containsExactly(0.5, 0.5);
        }
        assertThat(Analysis.of(matrix("+++", row(1, 0, 0)), row(0.3, 0.4, 0.3), SUM)
                        .weights())
                .containsExactly(0.3, 0.4, 0.3);
    }

    @Test
    void weights_that_weigh_nothing_or_too_many_are_refused() {
        var matrix = matrix("++", row(1, 0));
        for (var weights : List.of(row(0, 0), row(1, -1), row(1, Double.NaN), row(1, 1.0 / 0), row(1), row(1, 1, 1))) {
            assertThatThrownBy(() -> Analysis.of(matrix, weights, SUM)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Analysis.of(matrix, row(1, 1), new Method.PrometheeII(Normalisation.NONE, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parameters_out_of_range_are_refused() {
        assertThatThrownBy(() -> new Method.Vikor(Normalisation.VECTOR, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Method.Vikor(Normalisation.SCALE, 1.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Method.WeightedProduct(Normalisation.SCALE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ties_are_1_2_2_4_and_rounding_makes_no_difference() {
        var third = 1.0 / 3;
        var analysis = Analysis.of(
                matrix("+++", row(0, 0, 0), row(0.1, 0.2, 0.3), row(0.3, 0.1, 0.2), row(1, 1, 1)),
                row(third, third, third),
                SUM);
        assertThat(analysis.ranks()).containsExactly(4, 2, 2, 1);
        assertThat(analysis.winners()).containsExactly(3);
        assertThat(analysis.margin()).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void a_shared_first_rank_has_no_margin_and_an_only_option_none_at_all() {
        assertThat(Analysis.of(matrix("+", row(2), row(2)), row(1), SUM).margin())
                .isEqualTo(0.0);
        assertThat(Analysis.of(matrix("+", row(2)), row(1), SUM).margin()).isNull();
    }

    @Test
    void levels_are_relative_to_the_size_of_figures() {
        assertThat(Analysis.of(matrix("+", row(1e-200), row(2e-200)), row(1), SUM)
                        .ranks())
                .containsExactly(2, 1);
        assertThat(Analysis.of(matrix("+", row(1e200), row(1e200 * (1 + 1e-13))), row(1), SUM)
                        .ranks())
                .containsExactly(1, 1);
    }

    @Test
    void a_level_is_as_narrow_as_a_part_in_a_million_million() {
        assertThat(Analysis.of(matrix("+", row(1), row(1 + 1e-11)), row(1), SUM).ranks())
                .containsExactly(2, 1);
        var product = new Method.WeightedProduct(Normalisation.NONE, 0);
        assertThat(Analysis.of(matrix("+", row(1), row(1 + 1e-13)), row(1), product)
                        .ranks())
                .containsExactly(1, 1);
        assertThat(Analysis.of(matrix("+", row(1), row(1 + 1e-11)), row(1), product)
                        .ranks())
                .containsExactly(2, 1);
    }

    @Test
    void a_weighted_product_of_raw_figures_is_one_of_ratios() {
        var product = new Method.WeightedProduct(Normalisation.NONE, 0);
        assertThat(Analysis.of(matrix("+-", row(4, 2)), row(1, 1), product)
                        .scores()
                        .getFirst())
                .isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(Analysis.of(matrix("+-", row(1e300, 1e-300)), row(1, 1), product)
                        .scores()
                        .getFirst())
                .isCloseTo(1e300, within(1e288));
    }

    @Test
    void a_zero_makes_a_product_0_but_only_where_it_counts() {
        var product = new Method.WeightedProduct(Normalisation.SCALE, 0);
        var rows = new double[][] {row(0, 0), row(0.5, 0.5), row(0, 0.5)};
        var analysis = Analysis.of(onScale(rows), row(1, 1), product);
        assertThat(analysis.scores()).containsExactly(0.0, 0.5, 0.0);
        assertThat(analysis.ranks()).containsExactly(2, 1, 2);
        assertThat(analysis.contributions().getFirst()).containsExactly(Double.NEGATIVE_INFINITY, 0.0);
        assertThat(Analysis.of(onScale(rows), row(0, 1), product).scores()).containsExactly(1.0, 0.5, 0.5);
    }

    @Test
    void a_floor_keeps_a_product_from_0() {
        var product = new Method.WeightedProduct(Normalisation.SCALE, 0.2);
        var analysis = Analysis.of(onScale(row(0, 0), row(0.5, 1)), row(1, 1), product);
        assertThat(analysis.scores().get(0)).isCloseTo(Math.sqrt(0.2 * 1), within(1e-15));
        assertThat(analysis.scores().get(1)).isCloseTo(Math.sqrt(0.6 * 0.2), within(1e-15));
    }

    @Test
    void a_product_needs_figures_that_it_can_multiply() {
        refuses(matrix("++", row(1, 1), row(1, -1)), Normalisation.NONE, "at least 0");
        refuses(matrix("++", row(1, 1), row(1, -1)), Normalisation.VECTOR, "at least 0");
        refuses(matrix("+-", row(1, 1), row(1, 0)), Normalisation.NONE, "above 0");
        var matrix = matrix("++", row(1, 1), row(-1, -1));
        assertThat(Analysis.of(matrix, row(1, 1), new Method.WeightedProduct(Normalisation.MIN_MAX, 0))
                        .scores())
                .containsExactly(1.0, 0.0);
    }

    private static void refuses(DecisionMatrix matrix, Normalisation normalisation, String reason) {
        assertThatThrownBy(() -> Analysis.of(matrix, row(1, 1), new Method.WeightedProduct(normalisation, 0)))
                .isInstanceOfSatisfying(Unsuitable.class, refusal -> assertThat(refusal.criterion())
                        .isEqualTo(1))
                .hasMessageContaining(reason);
    }

    @Test
    void closeness_to_ideals_of_a_scale_is_the_same_with_whatever_rivals() {
        var topsis = new Method.Topsis(Normalisation.SCALE);
        var alone = Analysis.of(onScale(row(0.5, 0.8)), row(3, 1), topsis);
        assertThat(alone.scores().getFirst())
                .isCloseTo(Math.hypot(1.5, 0.2) / (Math.hypot(1.5, 0.2) + Math.hypot(1.5, 0.8)), within(1e-15));
        var amongOthers = Analysis.of(onScale(row(0.5, 0.8), row(0.1, 0.1), row(1, 0)), row(3, 1), topsis);
        assertThat(amongOthers.scores().getFirst()).isEqualTo(alone.scores().getFirst());
    }

    @Test
    void options_that_are_all_the_same_are_half_close() {
        var analysis =
                Analysis.of(matrix("+-", row(1, 2), row(1, 2)), row(1, 1), new Method.Topsis(Normalisation.VECTOR));
        assertThat(analysis.scores()).containsExactly(0.5, 0.5);
        assertThat(analysis.ranks()).containsExactly(1, 1);
    }

    @Test
    void closeness_holds_for_huge_figures_and_weights_of_all_sizes() {
        var topsis = new Method.Topsis(Normalisation.NONE);
        assertThat(Analysis.of(matrix("++", row(0, 4e300), row(3e300, 0)), row(1, 1), topsis)
                        .scores())
                .containsExactly(4.0 / 7, 3.0 / 7);
        var onlyTheLightOneDiffers = matrix("++", row(1, 1), row(1, 0.5), row(1, 0));
        assertThat(Analysis.of(onlyTheLightOneDiffers, row(1, 1e-250), topsis).scores())
                .containsExactly(1.0, 0.5, 0.0);
    }

    @Test
    void of_all_options_a_compromise_is_made_whatever_their_order() {
        var vikor = new Method.Vikor(Normalisation.SCALE, 0.5);
        var same = Analysis.of(onScale(row(0.5, 0.5), row(0.5, 0.5), row(0.5, 0.5)), row(1, 1), vikor);
        assertThat(same.details())
                .isEqualTo(new Details.Vikor(
                        List.of(0.5, 0.5, 0.5),
                        List.of(0.25, 0.25, 0.25),
                        List.of(0.0, 0.0, 0.0),
                        false,
                        true,
                        List.of(0, 1, 2)));
        var alone = (Details.Vikor)
                Analysis.of(onScale(row(0.5, 0.5)), row(1, 1), vikor).details();
        assertThat(alone.acceptableAdvantage()).isTrue();
        assertThat(alone.acceptableStability()).isTrue();
        assertThat(alone.compromise()).containsExactly(0);
    }

    @Test
    void what_is_first_but_best_by_neither_s_nor_r_is_unstable_and_shares_with_the_second() {
        var s = row(0.31, 0.30, 0.9, 1);
        var r = row(0.21, 0.6, 0.20, 0.7);
        var strengths = new double[4];
        VikorModel.strengths(0.5, s, r, strengths);
        var q = new double[] {-strengths[0], -strengths[1], -strengths[2], -strengths[3]};
        assertThat(q[0]).isCloseTo(0.5 * 0.01 / 0.7 + 0.5 * 0.01 / 0.5, within(1e-12));
        var compromise = Compromise.of(s, r, q);
        assertThat(compromise.acceptableAdvantage()).isTrue();
        assertThat(compromise.acceptableStability()).isFalse();
        assertThat(compromise.compromise()).containsExactly(0, 1);
    }

    @Test
    void those_level_with_the_second_share_too() {
        var compromise = Compromise.of(row(0.3, 0.2, 0.2, 1), row(0.3, 0.2, 0.2, 1), row(0, 0.5, 0.5, 1));
        assertThat(compromise.acceptableAdvantage()).isTrue();
        assertThat(compromise.acceptableStability()).isFalse();
        assertThat(compromise.compromise()).containsExactly(0, 1, 2);
    }

    @Test
    void an_advantage_of_exactly_the_threshold_is_acceptable() {
        var second = 0.5 + 1.0 / 3;
        assertThat(second - 0.5).as("by rounding").isLessThan(1.0 / 3);
        var compromise = Compromise.of(row(0, 0.3, 1, 1), row(0, 0.3, 1, 1), row(0.5, second, 0.9, 1));
        assertThat(compromise.acceptableAdvantage()).isTrue();
        assertThat(compromise.compromise()).containsExactly(0);
    }

    @Test
    void without_the_advantage_all_closer_than_it_share_but_not_what_is_exactly_so_far() {
        var third = 1.0 / 3;
        var compromise = Compromise.of(row(0, 0.1, third, 1), row(0, 0.1, third, 1), row(0, 0.1, third, 1));
        assertThat(compromise.acceptableAdvantage()).isFalse();
        assertThat(compromise.compromise()).containsExactly(0, 1);
    }

    @Test
    void a_range_that_has_vanished_but_for_rounding_counts_nothing() {
        var strengths = new double[2];
        VikorModel.strengths(0.5, row(0.3, 0.1 + 0.2), row(0.4, 0.2), strengths);
        assertThat(strengths).containsExactly(-0.5, 0);
    }

    @Test
    void weight_on_one_criterion_alone_ranks_by_it() {
        var matrix = onScale(row(0.2, 0.1), row(0.9, 0.9), row(0.5, 0.5));
        for (var method : Matrices.methods(2)) {
            assertThat(Analysis.of(matrix, row(1, 0), method).ranks())
                    .as(method.toString())
                    .containsExactly(3, 1, 2);
        }
    }

    @Test
    void awkward_matrices_have_scores_and_ranks_in_all_methods() {
        var awkward = List.of(
                onScale(row(0, 0.5), row(0, 0.5), row(0, 0.5)),
                onScale(row(1, 1), row(0, 1), row(1, 0.5)),
                onScale(row(0, 0.5, 0)),
                onScale(row(1), row(0)),
                onScale(row(1e300, 1e-300), row(1, 1), row(0, 1e300)),
                onScale(row(1e-300, 1e-300), row(2e-300, 2e-300)));
        for (var matrix : awkward) {
            var criteria = matrix.criteria().size();
            for (var method : Matrices.methods(criteria)) {
                if (Matrices.suits(matrix, method)) {
                    var analysis = Analysis.of(matrix, equalWeights(criteria), method);
                    assertThat(analysis.scores()).as(method + " " + matrix).allMatch(Double::isFinite);
                    assertThat(analysis.ranks()).contains(1);
                }
            }
        }
    }

    @Test
    void contributions_are_told_for_sums_only() {
        var matrix = onScale(row(0.2, 0.1), row(0.9, 0.9));
        var sum = Analysis.of(matrix, row(1, 3), new Method.WeightedSum(Normalisation.SCALE));
        assertThat(sum.contributions()).containsExactly(List.of(0.05, 0.675), List.of(0.225, 0.75 * (1 - 0.9)));
        assertThat(sum.details()).isEqualTo(new Details.None());
        assertThat(Analysis.of(matrix, row(1, 3), new Method.Topsis(Normalisation.SCALE))
                        .contributions())
                .isNull();
        assertThat(Analysis.of(matrix, row(1, 3), new Method.Vikor(Normalisation.SCALE, 0.5))
                        .contributions())
                .isNull();
    }
}
