package dev.tradeoff.mcda;

import static dev.tradeoff.mcda.Matrices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cells of which only a range or a distribution is known. */
class UncertainCellsTest {

    private static final Criterion MORE = Criterion.on(new Anchors(0, 1));
    private static final Method SUM = new Method.WeightedSum(Normalisation.SCALE);

    @Test
    void means_rank_and_ranges_give_the_ends_of_scores() {
        var matrix =
                matrix(List.of(Cell.of(0.5), new Cell.Range(0, 1)), List.of(new Cell.Range(0.2, 0.4), Cell.of(0.5)));
        var analysis = Analysis.of(matrix, row(1, 1), SUM);
        assertThat(analysis.scores()).containsExactly(0.5, 0.4);
        assertThat(analysis.scoreRanges()).containsExactly(new Cell.Range(0.25, 0.75), new Cell.Range(0.35, 0.45));
    }

    @Test
    void certain_scores_are_their_own_ranges() {
        var analysis = Analysis.of(matrix(List.of(Cell.of(0.5), new Cell.Range(1, 1))), row(1, 1), SUM);
        assertThat(analysis.scoreRanges()).containsExactly(new Cell.Range(0.75, 0.75));
        assertThat(analysis.isFirstThroughout(0)).isTrue();
    }

    @Test
    void normal_cells_reach_three_standard_deviations() {
        var analysis = Analysis.of(matrix(List.of(new Cell.Normal(0.5, 0.1))), row(1), SUM);
        var range = analysis.scoreRanges().getFirst();
        assertThat(range.min()).isCloseTo(0.2, within(1e-15));
        assertThat(range.max()).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void the_scores_of_rivals_matter_for_the_range_where_figures_are_compared_with_theirs() {
        var matrix = new DecisionMatrix(
                List.of(Criterion.higherIsBetter()),
                List.of(List.of(Cell.of(2)), List.of(new Cell.Range(1, 3)), List.of(Cell.of(0))));
        var analysis = Analysis.of(matrix, row(1), new Method.WeightedSum(Normalisation.MIN_MAX));
        assertThat(analysis.scoreRanges())
                .containsExactly(new Cell.Range(2 / 3.0, 1), new Cell.Range(0.5, 1), new Cell.Range(0, 0));
    }

    @Test
    void the_score_itself_is_in_its_range() {
        var random = new Random(8);
        for (var round = 0; round < 30; round++) {
            var matrix = uncertain(random, 4, 3);
            for (var method : Matrices.methods(3)) {
                var analysis = Analysis.of(matrix, row(1, 2, 3), method);
                for (var i = 0; i < 4; i++) {
                    var range = analysis.scoreRanges().get(i);
                    assertThat(analysis.scores().get(i)).isBetween(range.min(), range.max());
                }
            }
        }
    }

    /**
     * Between the two, the third makes the column in which the first is behind so narrow that it loses there by all of
     * its weight.
     */
    @Test
    void a_third_option_may_decide_between_two_from_where_it_stands_between_them() {
        var matrix = new DecisionMatrix(
                List.of(Criterion.higherIsBetter(), Criterion.higherIsBetter()),
                List.of(
                        List.of(Cell.of(4), Cell.of(1)),
                        List.of(Cell.of(6), Cell.of(0)),
                        List.of(new Cell.Range(0, 10), Cell.of(-1))));
        var analysis = Analysis.of(matrix, row(0.4, 0.6), new Method.WeightedSum(Normalisation.MIN_MAX));
        assertThat(analysis.isFirstThroughout(0)).isFalse();
        assertThat(Analysis.of(matrix, row(0.2, 0.8), new Method.WeightedSum(Normalisation.MIN_MAX))
                        .isFirstThroughout(0))
                .isTrue();
    }

    /** For methods and normalisations with which a better cell of one option never helps another. */
    @Test
    void no_draw_leaves_the_range_of_scores() {
        var random = new Random(4);
        for (var round = 0; round < 15; round++) {
            var matrix = uncertain(random, 2 + random.nextInt(3), 2 + random.nextInt(3));
            var weights = Matrices.randomWeights(random, matrix.criteria().size());
            for (var method : Matrices.methods(weights.length)) {
                if (isMonotone(method)) {
                    var ranges = Analysis.of(matrix, weights, method).scoreRanges();
                    for (var draw = 0; draw < 30; draw++) {
                        var scores = Analysis.of(drawn(random, matrix), weights, method)
                                .scores();
                        for (var i = 0; i < ranges.size(); i++) {
                            assertThat(scores.get(i))
                                    .as(method + " " + matrix)
                                    .isBetween(
                                            ranges.get(i).min() - 1e-12,
                                            ranges.get(i).max() + 1e-12);
                        }
                    }
                }
            }
        }
    }

    private static boolean isMonotone(Method method) {
        var normalisation = method.normalisation();
        var isFixed = normalisation == Normalisation.NONE || normalisation == Normalisation.SCALE;
        return switch (method) {
            case Method.WeightedSum sum -> true;
            case Method.WeightedProduct product -> true;
            case Method.Topsis topsis ->
                isFixed || normalisation == Normalisation.MIN_MAX || normalisation == Normalisation.RATIO;
            case Method.Vikor vikor -> isFixed;
            case Method.PrometheeII promethee -> isFixed;
        };
    }

    @Test
    void what_is_first_throughout_is_first_in_every_draw_and_what_is_not_is_beaten_in_one() {
        var random = new Random(5);
        var isFirst = 0;
        for (var round = 0; round < 60; round++) {
            var matrix = uncertain(random, 2 + random.nextInt(2), 2);
            var weights = Matrices.randomWeights(random, 2);
            for (var method : List.of(
                    SUM,
                    new Method.WeightedSum(Normalisation.MIN_MAX),
                    new Method.WeightedProduct(Normalisation.SCALE, 0.2),
                    new Method.Topsis(Normalisation.SCALE),
                    new Method.Vikor(Normalisation.SCALE, 0.5),
                    Matrices.promethee(Normalisation.SCALE, new Preference(Preference.Type.V_SHAPE, 0, 1, 0), 2))) {
                var analysis = Analysis.of(matrix, weights, method);
                for (var option = 0; option < matrix.options(); option++) {
                    var what = option + " " + method + " " + matrix;
                    var isAlwaysFirst = isFirstInAllDraws(random, matrix, weights, method, option);
                    assertThat(analysis.isFirstThroughout(option)).as(what).isEqualTo(isAlwaysFirst);
                    isFirst += isAlwaysFirst ? 1 : 0;
                }
            }
        }
        assertThat(isFirst).as("cases in which an option is first throughout").isGreaterThan(50);
    }

    /** Ends of ranges are drawn often, so that the worst case is among some hundred draws. */
    private static boolean isFirstInAllDraws(
            Random random, DecisionMatrix matrix, double[] weights, Method method, int option) {
        return IntStream.range(0, 400).allMatch(draw -> Analysis.of(drawn(random, matrix), weights, method)
                .winners()
                .contains(option));
    }

    private static DecisionMatrix uncertain(Random random, int options, int criteria) {
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < options; i++) {
            var cells = new ArrayList<Cell>();
            for (var j = 0; j < criteria; j++) {
                var figure = 0.1 + random.nextInt(8) / 10.0;
                cells.add(random.nextInt(3) > 0 ? Cell.of(figure) : new Cell.Range(figure, figure + 0.1));
            }
            rows.add(cells);
        }
        return new DecisionMatrix(
                IntStream.range(0, criteria)
                        .mapToObj(j -> Criterion.on(j % 2 == 0 ? new Anchors(0, 1) : new Anchors(1, 0)))
                        .toList(),
                rows);
    }

    private static DecisionMatrix drawn(Random random, DecisionMatrix matrix) {
        return new DecisionMatrix(
                matrix.criteria(),
                matrix.rows().stream()
                        .map(row ->
                                row.stream().map(cell -> drawn(random, cell)).toList())
                        .toList());
    }

    private static Cell drawn(Random random, Cell cell) {
        return cell instanceof Cell.Range range
                ? Cell.of(
                        switch (random.nextInt(3)) {
                            case 0 -> range.min();
                            case 1 -> range.max();
                            default -> range.min() + random.nextDouble() * (range.max() - range.min());
                        })
                : cell;
    }

    /**
     * With x uniform on [0, 1] against 1/4: first with probability 3/4; of normal ones with equal spread, 1/2 and so
     * on.
     */
    @Test
    void uncertain_cells_are_sampled() {
        var samples = 20_000;
        var ranges = Analysis.of(matrix(List.of(new Cell.Range(0, 1)), List.of(Cell.of(0.25))), row(1), SUM)
                .acceptability(samples, 7);
        assertThat(ranges.exact()).isFalse();
        assertThat(ranges.ranks().getFirst().getFirst()).isCloseTo(0.75, within(4 * Math.sqrt(0.1875 / samples)));
        assertThat(ranges.confidence().getFirst()).isCloseTo(0.75, within(4 * Math.sqrt(0.1875 / samples)));
        var oneDeviation = 0.841344746068543;
        var normals = Analysis.of(matrix(List.of(new Cell.Normal(0.6, 0.1)), List.of(Cell.of(0.5))), row(1), SUM)
                .acceptability(samples, 7);
        assertThat(normals.ranks().getFirst().getFirst())
                .isCloseTo(oneDeviation, within(4 * Math.sqrt(oneDeviation * (1 - oneDeviation) / samples)));
    }

    @Test
    void columns_are_normalised_anew_for_each_sample() {
        var matrix = new DecisionMatrix(
                List.of(Criterion.higherIsBetter(), Criterion.higherIsBetter()),
                List.of(
                        List.of(new Cell.Range(0, 1000), Cell.of(0)),
                        List.of(Cell.of(1), Cell.of(1)),
                        List.of(Cell.of(0), Cell.of(2))));
        for (var method : Matrices.methods(2)) {
            if (Matrices.suits(matrix, method)) {
                assertThat(Analysis.of(matrix, row(1, 1), method)
                                .acceptability(500, 1)
                                .ranks())
                        .as(method.toString())
                        .allSatisfy(ranks -> assertThat(ranks.stream()
                                        .mapToDouble(share -> share)
                                        .sum())
                                .isCloseTo(1, within(1e-12)));
            }
        }
    }

    @Test
    void normal_cells_are_cut_off_where_the_normalisation_allows_no_less() {
        var matrix = new DecisionMatrix(
                List.of(Criterion.higherIsBetter()), List.of(List.of(new Cell.Normal(1, 1)), List.of(Cell.of(1))));
        var sum = Analysis.of(matrix, row(1), new Method.WeightedSum(Normalisation.SUM));
        assertThat(sum.scoreRanges().getFirst().min()).isZero();
        var aboveOneIfNotNegative = 0.5 / 0.841344746068543;
        assertThat(sum.acceptability(10_000, 1).ranks().getFirst().getFirst())
                .isCloseTo(aboveOneIfNotNegative, within(4 * 0.5 / Math.sqrt(10_000)));
    }

    @Test
    void what_may_become_unsuitable_is_refused() {
        var below = new DecisionMatrix(
                List.of(Criterion.lowerIsBetter()), List.of(List.of(new Cell.Range(-1, 5)), List.of(Cell.of(1))));
        assertThatThrownBy(() -> Analysis.of(below, row(1), new Method.WeightedSum(Normalisation.RATIO)))
                .isInstanceOf(Unsuitable.class);
        var nearNothing = new DecisionMatrix(
                List.of(Criterion.lowerIsBetter()), List.of(List.of(new Cell.Normal(2, 1)), List.of(Cell.of(1))));
        var product = new Method.WeightedProduct(Normalisation.NONE, 0);
        assertThatThrownBy(() -> Analysis.of(nearNothing, row(1), product))
                .isInstanceOf(Unsuitable.class)
                .hasMessageContaining("three standard deviations");
        var farFromNothing = new DecisionMatrix(
                List.of(Criterion.lowerIsBetter()), List.of(List.of(new Cell.Normal(2, 0.5)), List.of(Cell.of(1))));
        assertThat(Analysis.of(farFromNothing, row(1), product).scores()).containsExactly(0.5, 1.0);
    }

    @Test
    void figures_that_are_none_are_refused() {
        assertThatThrownBy(() -> Cell.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cell.Range(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cell.Normal(2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Anchors(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Criterion(Direction.MIN, new Anchors(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DecisionMatrix(List.of(MORE), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix(List.of(Cell.of(1)), List.of(Cell.of(1), Cell.of(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @SafeVarargs
    private static DecisionMatrix matrix(List<Cell>... rows) {
        return new DecisionMatrix(
                IntStream.range(0, rows[0].size()).mapToObj(j -> MORE).toList(), List.of(rows));
    }
}
