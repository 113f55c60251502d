package dev.tradeoff.mcda;

import static dev.tradeoff.mcda.Matrices.equalWeights;
import static dev.tradeoff.mcda.Matrices.matrix;
import static dev.tradeoff.mcda.Matrices.onScale;
import static dev.tradeoff.mcda.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens under all weightings: in closed form where there is one, and by sampling. */
class AcceptabilityTest {

    private static final Method SUM = new Method.WeightedSum(Normalisation.NONE);
    private static final int SAMPLES = 20_000;

    @Test
    void parts_of_the_simplex_that_are_known() {
        assertThat(part(1, -1)).isEqualTo(0.5);
        assertThat(part(1, -1, -1)).as("w > 1/2").isCloseTo(0.25, within(1e-16));
        assertThat(part(1, 1, -1)).isCloseTo(0.75, within(1e-16));
        assertThat(part(3, -1)).as("w > 1/4").isCloseTo(0.75, within(1e-16));
        assertThat(part(9, -1, -1, -1)).as("w > 1/10").isCloseTo(Math.pow(0.9, 3), within(1e-15));
        assertThat(part(0, 1, 0, -1, 0)).as("zeros make no difference").isEqualTo(0.5);
        assertThat(part(1, 2)).isEqualTo(1);
        assertThat(part(-1, -2)).isEqualTo(0);
        assertThat(part(0, -2)).isEqualTo(0);
        assertThat(part(0, 2)).isEqualTo(1);
        assertThat(part(1e300, -1e300)).isEqualTo(0.5);
        assertThat(part(1e-300, -1e-300)).isEqualTo(0.5);
    }

    /** Of w(1) alone above 1/2 the mean is 1/2 + 1/2 · 1/n on the smaller simplex that is left. */
    @Test
    void mean_weights_that_are_known() {
        var half = new HalfSimplex(row(1, -1, -1));
        assertThat(half.meanWeight(0) / half.probability()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(half.meanWeight(1) / half.probability()).isCloseTo(1 / 6.0, within(1e-15));
    }

    @Test
    void a_part_is_what_counting_finds_and_both_sides_make_a_whole() {
        var random = new SplitMix64(1973);
        for (var criteria = 2; criteria <= 7; criteria++) {
            var differences = new double[criteria];
            for (var j = 0; j < criteria; j++) {
                differences[j] = Math.rint(8 * random.uniform() - 4);
            }
            var above = new HalfSimplex(differences);
            var below = new HalfSimplex(Arrays.stream(differences).map(d -> -d).toArray());
            var tie = Arrays.stream(differences).allMatch(d -> d == 0) ? 1 : 0;
            assertThat(above.probability() + below.probability() + tie).isCloseTo(1, within(1e-15));
            var weights = new double[criteria];
            var count = 0;
            var firstWeights = 0.0;
            for (var sample = 0; sample < SAMPLES; sample++) {
                random.weights(weights);
                var sum = 0.0;
                for (var j = 0; j < criteria; j++) {
                    sum += weights[j] * differences[j];
                }
                count += sum > 0 ? 1 : 0;
                firstWeights += sum > 0 ? weights[0] : 0;
            }
            isSampled(count / (double) SAMPLES, above.probability());
            assertThat(firstWeights / SAMPLES).isCloseTo(above.meanWeight(0), within(4 * 0.5 / Math.sqrt(SAMPLES)));
        }
    }

    @Test
    void mean_weights_of_all_criteria_sum_to_the_part() {
        var random = new Random(3);
        for (var criteria = 2; criteria <= 200; criteria += 33) {
            var half = new HalfSimplex(random.doubles(criteria, -1, 1).toArray());
            var sum = IntStream.range(0, criteria).mapToDouble(half::meanWeight).sum();
            assertThat(sum).isCloseTo(half.probability(), within(1e-13));
        }
    }

    @Test
    void exact_figures_are_within_four_standard_errors_of_sampled_ones() {
        var random = new Random(1963);
        for (var round = 0; round < 8; round++) {
            for (var shape : List.of(new int[] {2, 5}, new int[] {2, 12}, new int[] {5, 2}, new int[] {9, 2})) {
                var matrix = round % 2 == 0
                        ? Matrices.random(random, shape[0], shape[1])
                        : repeating(random, shape[0], shape[1]);
                for (var method : additive(shape[1])) {
                    agree(matrix, method, round);
                }
            }
        }
    }

    private static void agree(DecisionMatrix matrix, Method method, long seed) {
        var exact = Analysis.of(matrix, equalWeights(matrix.criteria().size()), method)
                .acceptability(1, 1);
        var model = Model.of(method, matrix.criteria(), matrix.means());
        var sampled = SampledAcceptability.of(matrix, Suitability.leastFigures(matrix, method), model, SAMPLES, seed);
        assertThat(exact.exact()).isTrue();
        assertThat(sampled.exact()).isFalse();
        for (var i = 0; i < matrix.options(); i++) {
            for (var rank = 0; rank < matrix.options(); rank++) {
                isSampled(sampled.ranks().get(i).get(rank), exact.ranks().get(i).get(rank));
            }
            var central = sampled.centralWeights().get(i);
            if (central != null && sampled.ranks().get(i).getFirst() > 0.02) {
                for (var j = 0; j < central.size(); j++) {
                    var firsts = SAMPLES * sampled.ranks().get(i).getFirst();
                    assertThat(central.get(j))
                            .isCloseTo(exact.centralWeights().get(i).get(j), within(2 / Math.sqrt(firsts)));
                }
            }
        }
    }

    private static List<Method> additive(int criteria) {
        return List.of(
                new Method.WeightedSum(Normalisation.SCALE),
                new Method.WeightedSum(Normalisation.MIN_MAX),
                new Method.WeightedProduct(Normalisation.SCALE, 0.2),
                new Method.WeightedProduct(Normalisation.SCALE, 0),
                Matrices.promethee(Normalisation.SCALE, new Preference(Preference.Type.LINEAR, 0.1, 0.6, 0), criteria));
    }

    /** Scores of 0, 0.5 and 1 only: many are the same, and some make products 0. */
    private static DecisionMatrix repeating(Random random, int options, int criteria) {
        return onScale(IntStream.range(0, options)
                .mapToObj(i -> random.ints(criteria, 0, 3)
                        .mapToDouble(score -> score / 2.0)
                        .toArray())
                .toArray(double[][]::new));
    }

    private static void isSampled(double share, double exact) {
        var standardError = Math.sqrt(exact * (1 - exact) / SAMPLES);
        assertThat(share).isCloseTo(exact, within(4 * standardError + 1e-12));
    }

    @Test
    void options_that_are_level_share_ranks_equally() {
        for (var method : Matrices.methods(3)) {
            var matrix = onScale(row(0.9, 0.1, 0.9), row(0.2, 0.9, 0.1), row(0.9, 0.1, 0.9));
            var acceptability = Analysis.of(matrix, row(1, 1, 1), method).acceptability(100, 1);
            assertThat(acceptability.ranks())
                    .as(method.toString())
                    .containsExactly(List.of(0.5, 0.5, 0.0), List.of(0.0, 0.0, 1.0), List.of(0.5, 0.5, 0.0));
            assertThat(acceptability.confidence()).containsExactly(0.5, null, 0.5);
            assertThat(acceptability.centralWeights().get(1)).isNull();
        }
    }

    @Test
    void two_that_are_the_same_share_everything_exactly() {
        var acceptability = Analysis.of(matrix("++", row(0.1 + 0.2, 1), row(0.3, 1)), row(1, 1), SUM)
                .acceptability(1, 1);
        assertThat(acceptability)
                .isEqualTo(new Acceptability(
                        true,
                        List.of(List.of(0.5, 0.5), List.of(0.5, 0.5)),
                        List.of(List.of(0.5, 0.5), List.of(0.5, 0.5)),
                        List.of(0.5, 0.5)));
    }

    @Test
    void what_a_zero_kills_is_last_under_all_weightings() {
        var product = new Method.WeightedProduct(Normalisation.SCALE, 0);
        var acceptability = Analysis.of(onScale(row(0, 0), row(0.1, 0.9)), row(0, 1), product)
                .acceptability(1, 1);
        assertThat(acceptability.exact()).isTrue();
        assertThat(acceptability.ranks()).containsExactly(List.of(0.0, 1.0), List.of(1.0, 0.0));
        assertThat(acceptability.centralWeights()).containsExactly(null, List.of(0.5, 0.5));
    }

    @Test
    void an_only_option_or_criterion_needs_no_sample_in_any_method() {
        for (var method : Matrices.methods(2)) {
            var only = Analysis.of(onScale(row(0.3, 0.4)), row(1, 3), method).acceptability(1, 1);
            assertThat(only)
                    .isEqualTo(
                            new Acceptability(true, List.of(List.of(1.0)), List.of(List.of(0.5, 0.5)), List.of(1.0)));
        }
        for (var method : Matrices.methods(1)) {
            var only = Analysis.of(onScale(row(0.3), row(0.4), row(0.1)), row(1), method)
                    .acceptability(1, 1);
            assertThat(only.exact()).isTrue();
            assertThat(only.ranks())
                    .containsExactly(List.of(0.0, 1.0, 0.0), List.of(1.0, 0.0, 0.0), List.of(0.0, 0.0, 1.0));
        }
    }

    @Test
    void the_same_seed_gives_the_same_figures_and_another_does_not() {
        var analysis = Analysis.of(
                Matrices.random(new Random(5), 6, 6), equalWeights(6), new Method.Topsis(Normalisation.VECTOR));
        assertThat(analysis.acceptability(500, 42)).isEqualTo(analysis.acceptability(500, 42));
        assertThat(analysis.acceptability(500, 42)).isNotEqualTo(analysis.acceptability(500, 43));
    }

    /** Printed to the last digit on one machine: a change of any of them is a change of the engine. */
    @Test
    void figures_are_the_same_on_every_machine() {
        var matrix = new DecisionMatrix(
                List.of(
                        Criterion.on(new Anchors(1, 5)),
                        Criterion.on(new Anchors(300, 100)),
                        Criterion.on(new Anchors(0, 1))),
                List.of(
                        List.of(Cell.of(4), new Cell.Normal(180, 30), Cell.of(0.3)),
                        List.of(new Cell.Range(2, 5), Cell.of(140), Cell.of(0.6)),
                        List.of(Cell.of(3), Cell.of(120), new Cell.Normal(0.5, 0.2))));
        var product = Analysis.of(matrix, row(3, 2, 1), new Method.WeightedProduct(Normalisation.SCALE, 0.2));
        assertThat(product.scores()).containsExactly(0.6859462357023183, 0.740275882687328, 0.6918789367999397);
        assertThat(product.acceptability(1000, 20260101).centralWeights().getFirst())
                .containsExactly(0.6821380584528853, 0.1809957316513205, 0.13686620989579407);
        var topsis = Analysis.of(matrix, row(3, 2, 1), new Method.Topsis(Normalisation.VECTOR));
        assertThat(topsis.scores()).containsExactly(0.45543261197735624, 0.6475996745657039, 0.5085482813814287);
        assertThat(topsis.acceptability(1000, 20260101).confidence()).containsExactly(0.494, 0.757, 0.409);
    }

    @Test
    void central_weights_make_their_option_first() {
        var analysis = Analysis.of(
                Matrices.random(new Random(6), 4, 5), equalWeights(5), new Method.WeightedSum(Normalisation.SCALE));
        var acceptability = analysis.acceptability(SAMPLES, 1);
        assertThat(acceptability.exact()).isFalse();
        for (var i = 0; i < 4; i++) {
            assertThat(acceptability.confidence().get(i)).isIn(1.0, null);
        }
    }

    @Test
    void at_least_one_sample_is_asked_for() {
        var analysis = Analysis.of(matrix("+", row(1)), row(1), SUM);
        assertThatThrownBy(() -> analysis.acceptability(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double part(double... differences) {
        return new HalfSimplex(differences).probability();
    }
}
