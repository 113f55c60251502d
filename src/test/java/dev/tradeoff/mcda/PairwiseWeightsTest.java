package dev.tradeoff.mcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weights from pairwise judgements; the published examples are in {@link PublishedExamplesTest}. */
class PairwiseWeightsTest {

    @Test
    void judgements_that_fit_give_their_weights_back() {
        var random = new Random(1980);
        for (var criteria : new int[] {1, 2, 3, 7, 15, 16, 60, 200}) {
            var weights = random.doubles(criteria, 1e-3, 1).toArray();
            var sum = Arrays.stream(weights).sum();
            var judged = PairwiseWeights.of(ratios(weights));
            for (var i = 0; i < criteria; i++) {
                assertThat(judged.weights().get(i)).isCloseTo(weights[i] / sum, within(1e-14));
            }
            assertThat(judged.lambdaMax()).isCloseTo(criteria, within(1e-10));
            assertThat(judged.consistencyIndex()).isBetween(0.0, 1e-12);
            assertThat(judged.consistencyRatio()).isBetween(0.0, 1e-12);
            assertThat(judged.consistent()).isTrue();
            assertThat(judged.revisit()).isNull();
        }
    }

    @Test
    void random_indices_are_of_saaty_up_to_15_and_of_alonso_and_lamata_beyond() {
        assertThat(index(1)).isZero();
        assertThat(index(2)).isZero();
        assertThat(index(3)).isEqualTo(0.58);
        assertThat(index(15)).isEqualTo(1.59);
        assertThat(index(16)).isCloseTo((2.7699 * 16 - 4.3513 - 16) / 15, within(1e-15));
        assertThat(PairwiseWeights.of(ratios(new double[15])).randomIndexTable())
                .isEqualTo("saaty-1980");
        assertThat(PairwiseWeights.of(ratios(new double[16])).randomIndexTable())
                .isEqualTo("alonso-lamata-2006");
    }

    private static double index(int criteria) {
        return PairwiseWeights.of(ratios(new double[criteria])).randomIndex();
    }

    /** a over b and b over c by 2 each should make a over c 4, not 1/4. */
    @Test
    void the_judgement_that_fits_least_is_named_with_what_the_others_suggest() {
        var weights = PairwiseWeights.of(List.of(
                List.of(1.0, 2.0, 4.0, 0.125),
                List.of(0.5, 1.0, 2.0, 4.0),
                List.of(0.25, 0.5, 1.0, 2.0),
                List.of(8.0, 0.25, 0.5, 1.0)));
        assertThat(weights.consistent()).isFalse();
        assertThat(weights.revisit()).satisfies(revisit -> {
            assertThat(revisit.row()).isEqualTo(0);
            assertThat(revisit.column()).isEqualTo(3);
            assertThat(revisit.judgement()).isEqualTo(0.125);
            assertThat(revisit.suggested()).isCloseTo(8, within(1e-12));
        });
    }

    /** The matrix is a circle, so by symmetry all weigh the same; λ is the sum of a row. */
    @Test
    void judgements_in_a_circle_leave_all_equal() {
        for (var by : List.of(2.0, 9.0, 1e6)) {
            var weights = PairwiseWeights.of(
                    List.of(List.of(1.0, by, 1 / by), List.of(1 / by, 1.0, by), List.of(by, 1 / by, 1.0)));
            assertThat(weights.weights())
                    .allSatisfy(weight -> assertThat(weight).isCloseTo(1 / 3.0, within(1e-12)));
            assertThat(weights.lambdaMax()).isCloseTo(1 + by + 1 / by, within(by * 1e-12));
        }
    }

    /** Three in a strong circle and a fourth: without damping the iteration would turn round and round. */
    @Test
    void strong_circles_come_to_rest() {
        var judgements = List.of(
                List.of(1.0, 1e8, 1e-8, 7.0),
                List.of(1e-8, 1.0, 1e8, 1.0),
                List.of(1e8, 1e-8, 1.0, 3.0),
                List.of(1 / 7.0, 1.0, 1 / 3.0, 1.0));
        isEigenvector(PairwiseWeights.of(judgements), judgements, 1e-9);
    }

    private static void isEigenvector(PairwiseWeights weights, List<List<Double>> judgements, double precision) {
        for (var i = 0; i < judgements.size(); i++) {
            var image = 0.0;
            for (var j = 0; j < judgements.size(); j++) {
                image += judgements.get(i).get(j) * weights.weights().get(j);
            }
            var value = image / weights.weights().get(i);
            assertThat(value).isCloseTo(weights.lambdaMax(), within(precision * weights.lambdaMax()));
        }
    }

    /** A x = λ x, whatever the judgements. */
    @Test
    void weights_are_an_eigenvector() {
        var random = new Random(1977);
        for (var criteria : new int[] {3, 5, 12, 40}) {
            var judgements = new ArrayList<List<Double>>();
            var matrix = new double[criteria][criteria];
            for (var i = 0; i < criteria; i++) {
                for (var j = 0; j <= i; j++) {
                    matrix[i][j] = i == j ? 1 : Math.pow(9, 2 * random.nextDouble() - 1);
                    matrix[j][i] = 1 / matrix[i][j];
                }
            }
            for (var row : matrix) {
                judgements.add(Arrays.stream(row).boxed().toList());
            }
            isEigenvector(PairwiseWeights.of(judgements), judgements, 1e-12);
        }
    }

    @Test
    void extreme_judgements_do_not_overflow() {
        var weights = PairwiseWeights.of(List.of(List.of(1.0, 1e300), List.of(1e-300, 1.0)));
        assertThat(weights.weights().get(0)).isCloseTo(1, within(1e-15));
        assertThat(weights.weights().get(1)).isCloseTo(1e-300, within(1e-312));
        assertThat(weights.lambdaMax()).isCloseTo(2, within(1e-12));
        assertThat(weights.consistencyRatio()).isZero();
    }

    @Test
    void rounded_reciprocals_are_accepted_and_others_refused() {
        assertThat(PairwiseWeights.of(List.of(List.of(1.0, 3.0), List.of(0.3333333, 1.0)))
                        .weights())
                .allSatisfy(weight -> assertThat(weight).isPositive());
        refuses(List.of(List.of(1.0, 3.0), List.of(0.333, 1.0)), "reciprocal");
        refuses(List.of(List.of(1.0, 3.0), List.of(1 / 3.0, 2.0)), "diagonal");
        refuses(List.of(List.of(1.0, 3.0), List.of(1 / 3.0)), "one for each criterion");
        refuses(List.of(List.of(1.0, -3.0), List.of(-1 / 3.0, 1.0)), "above 0");
        refuses(List.of(List.of(1.0, Double.NaN), List.of(1.0, 1.0)), "above 0");
        refuses(List.of(), "at least one criterion");
    }

    private static void refuses(List<List<Double>> judgements, String reason) {
        assertThatThrownBy(() -> PairwiseWeights.of(judgements))
                .isInstanceOf(Unsuitable.class)
                .hasMessageContaining(reason);
    }

    /** Zeros stand for ones. */
    private static List<List<Double>> ratios(double[] weights) {
        return Arrays.stream(weights)
                .mapToObj(a ->
                        Arrays.stream(weights).mapToObj(b -> a == b ? 1 : a / b).toList())
                .toList();
    }
}
