package dev.tradeoff.mcda;

import static dev.tradeoff.mcda.Matrices.matrix;
import static dev.tradeoff.mcda.Matrices.row;
import static dev.tradeoff.mcda.Normalisation.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Intervals of weights within which those who are first stay first, and changes that end that. */
class StabilityTest {

    private static final int SCAN = 100;

    @Test
    void the_interval_of_a_sum_is_where_the_lines_meet() {
        var analysis = Analysis.of(
                matrix("++", row(1, 0), row(0.6, 0.6), row(0, 1)), row(0.7, 0.3), new Method.WeightedSum(NONE));
        assertThat(analysis.stability())
                .satisfiesExactly(
                        first -> is(first, 0.7, 0.6, 1, List.of(1), List.of()),
                        second -> is(second, 0.3, 0, 0.4, List.of(), List.of(1)));
        assertThat(analysis.smallestFlip()).hasValueSatisfying(flip -> {
            assertThat(flip.criterion()).as("of two equal changes the rise").isEqualTo(1);
            assertThat(flip.from()).isCloseTo(0.3, within(1e-15));
            assertThat(flip.to()).isCloseTo(0.4, within(1e-15));
            assertThat(flip.change()).isCloseTo(0.1, within(1e-15));
            assertThat(flip.winners()).containsExactly(1);
        });
        assertThat(analysis.smallestFlipTo(0)).as("first already").isEmpty();
        assertThat(analysis.smallestFlipTo(2)).hasValueSatisfying(flip -> {
            assertThat(flip.criterion()).as("of two equal changes the rise").isEqualTo(1);
            assertThat(flip.to()).isCloseTo(0.6, within(1e-15));
            assertThat(flip.winners()).containsExactly(2);
        });
    }

    @Test
    void an_option_that_is_worse_everywhere_is_never_first() {
        for (var method : Matrices.methods(2)) {
            var analysis = Analysis.of(Matrices.onScale(row(0.9, 0.1), row(0.5, 0.5)), row(1, 1), method);
            assertThat(analysis.smallestFlip()).as(method.toString()).isEmpty();
            assertThat(analysis.smallestFlipTo(1)).isEmpty();
            assertThat(analysis.stability()).allSatisfy(interval -> is(interval, 0.5, 0, 1, List.of(), List.of()));
        }
    }

    @Test
    void an_option_that_is_level_at_one_weight_alone_is_not_made_first() {
        var analysis = Analysis.of(
                matrix("++", row(1, 0), row(0, 1), row(0.5, 0.5)), row(0.75, 0.25), new Method.WeightedSum(NONE));
        assertThat(analysis.smallestFlipTo(2)).isEmpty();
    }

    @Test
    void how_long_an_option_is_first_ends_where_the_next_one_is() {
        var analysis = Analysis.of(
                matrix("++", row(1, 0), row(0.75, 0.75), row(0, 1)), row(9, 1), new Method.WeightedSum(NONE));
        assertThat(analysis.smallestFlipTo(1)).hasValueSatisfying(flip -> {
            assertThat(flip.to()).isCloseTo(0.25, within(1e-12));
            assertThat(analysis.lastsUntil(1, flip)).isCloseTo(0.75, within(1e-12));
        });
        assertThat(analysis.smallestFlipTo(2)).hasValueSatisfying(flip -> assertThat(analysis.lastsUntil(2, flip))
                .isEqualTo(1));
    }

    @Test
    void those_who_are_level_now_are_so_at_this_weight_alone() {
        var analysis = Analysis.of(matrix("++", row(1, 0), row(0, 1)), row(1, 1), new Method.WeightedSum(NONE));
        assertThat(analysis.stability())
                .satisfiesExactly(
                        first -> is(first, 0.5, 0.5, 0.5, List.of(1), List.of(0)),
                        second -> is(second, 0.5, 0.5, 0.5, List.of(0), List.of(1)));
        assertThat(analysis.smallestFlip())
                .hasValueSatisfying(flip -> assertThat(flip.change()).isZero());
    }

    @Test
    void those_who_are_the_same_stay_level() {
        for (var method : Matrices.methods(2)) {
            var analysis =
                    Analysis.of(Matrices.onScale(row(0.9, 0.1), row(0.5, 0.5), row(0.9, 0.1)), row(1, 1), method);
            assertThat(analysis.winners()).containsExactly(0, 2);
            assertThat(analysis.stability()).allSatisfy(interval -> is(interval, 0.5, 0, 1, List.of(), List.of()));
        }
    }

    @Test
    void the_others_share_equally_where_they_weigh_nothing() {
        var analysis =
                Analysis.of(matrix("+++", row(1, 0, 0), row(0, 1, 0.5)), row(1, 0, 0), new Method.WeightedSum(NONE));
        assertThat(analysis.stability())
                .satisfiesExactly(
                        first -> is(first, 1, 0.75 / 1.75, 1, List.of(1), List.of()),
                        second -> is(second, 0, 0, 0.5, List.of(), List.of(1)),
                        third -> is(third, 0, 0, 2 / 3.0, List.of(), List.of(1)));
    }

    @Test
    void a_zero_that_starts_to_count_ends_a_reign_at_once() {
        var analysis = Analysis.of(
                Matrices.onScale(row(0.9, 1), row(0.5, 0.5)),
                row(1, 0),
                new Method.WeightedProduct(Normalisation.SCALE, 0));
        assertThat(analysis.winners()).containsExactly(0);
        is(analysis.stability().get(1), 0, 0, 0, List.of(), List.of(1));
        assertThat(analysis.smallestFlipTo(1)).hasValueSatisfying(flip -> {
            assertThat(flip.change()).isZero();
            assertThat(flip.winners()).containsExactly(1);
        });
    }

    @Test
    void of_two_changes_to_either_side_the_smaller_counts() {
        var below = List.of(new Reign(0.5, 0.3, new int[] {0}), reign(0.3, 0));
        var above = List.of(new Reign(0.5, 0.6, new int[] {0}), reign(0.6, 1));
        var nearerAbove = new WeightChange(3, 0.5, below, above);
        assertThat(nearerAbove.to(1, 1)).hasValue(new Flip(3, 0.5, 0.6, List.of(1)));
        assertThat(nearerAbove.to(1, 0.05)).isEmpty();
        var nearerBelow = new WeightChange(3, 0.35, below, above);
        assertThat(nearerBelow.to(1, 1)).hasValue(new Flip(3, 0.35, 0.3, List.of(1)));
    }

    private static Reign reign(double near, double far) {
        return new Reign(near, far, new int[] {1});
    }

    @Test
    void an_only_criterion_has_no_weight_to_change() {
        for (var method : Matrices.methods(1)) {
            var analysis = Analysis.of(Matrices.onScale(row(0.9), row(0.5)), row(3), method);
            assertThat(analysis.stability()).containsExactly(new Stability(0, 1, 0, 1, List.of(), List.of()));
            assertThat(analysis.smallestFlip()).isEmpty();
            assertThat(analysis.smallestFlipTo(1)).isEmpty();
        }
    }

    private static void is(
            Stability interval,
            double weight,
            double lowest,
            double highest,
            List<Integer> below,
            List<Integer> above) {
        assertThat(interval.weight()).isCloseTo(weight, within(1e-15));
        assertThat(interval.lowest()).isCloseTo(lowest, within(1e-14));
        assertThat(interval.highest()).isCloseTo(highest, within(1e-14));
        assertThat(interval.below()).isEqualTo(below);
        assertThat(interval.above()).isEqualTo(above);
    }

    @Test
    void intervals_are_what_a_scan_of_all_weights_finds() {
        var random = new Random(20040156);
        for (var round = 0; round < 4; round++) {
            var options = 2 + random.nextInt(6);
            var criteria = 2 + random.nextInt(5);
            var matrix = Matrices.random(random, options, criteria);
            var weights = Matrices.randomWeights(random, criteria);
            for (var method : Matrices.methods(criteria)) {
                holdsAgainstAScan(matrix, weights, method);
            }
        }
    }

    private static void holdsAgainstAScan(DecisionMatrix matrix, double[] weights, Method method) {
        var analysis = Analysis.of(matrix, weights, method);
        var winners = analysis.winners();
        for (var interval : analysis.stability()) {
            var scan = new Scan(matrix, weights, method, interval.criterion());
            var what = method + " " + matrix + " " + interval;
            assertThat(scan.now()).isCloseTo(interval.weight(), within(1e-12));
            assertThat(interval.lowest()).as(what).isCloseTo(scan.end(winners, -1), within(1e-9));
            assertThat(interval.highest()).as(what).isCloseTo(scan.end(winners, 1), within(1e-9));
            if (interval.lowest() > 0) {
                assertThat(interval.below()).as(what).isEqualTo(scan.first(interval.lowest() - 1e-7));
            }
            if (interval.highest() < 1) {
                assertThat(interval.above()).as(what).isEqualTo(scan.first(interval.highest() + 1e-7));
            }
        }
    }

    @Test
    void the_smallest_change_that_makes_an_option_first_is_what_a_scan_finds() {
        var random = new Random(2);
        for (var round = 0; round < 4; round++) {
            var options = 2 + random.nextInt(4);
            var criteria = 2 + random.nextInt(3);
            var matrix = Matrices.random(random, options, criteria);
            var weights = Matrices.randomWeights(random, criteria);
            for (var method : Matrices.methods(criteria)) {
                var analysis = Analysis.of(matrix, weights, method);
                for (var option = 0; option < options; option++) {
                    if (!analysis.winners().contains(option)) {
                        holdsAgainstAScan(analysis, new Scan(matrix, weights, method, 0), option);
                    }
                }
            }
        }
    }

    private static void holdsAgainstAScan(Analysis analysis, Scan anyCriterion, int option) {
        var flip = analysis.smallestFlipTo(option);
        var least = IntStream.range(0, anyCriterion.weights().length)
                .mapToDouble(j -> anyCriterion.of(j).nearest(option))
                .min()
                .orElseThrow();
        var what = option + " " + analysis.method() + " " + anyCriterion.matrix() + " " + flip;
        assertThat(flip.map(Flip::change).orElse(1.0 / 0)).as(what).isLessThanOrEqualTo(least);
        flip.ifPresent(found -> {
            assertThat(found.winners()).as(what).contains(option);
            var beyond = found.to() + Math.signum(found.to() - found.from()) * 1e-7;
            assertThat(anyCriterion.of(found.criterion()).first(Math.clamp(beyond, 0.0, 1.0)))
                    .as(what)
                    .contains(option);
        });
    }

    /** The weight of one criterion over its range, by brute force and the textbook. */
    private record Scan(DecisionMatrix matrix, double[] weights, Method method, int criterion) {

        double now() {
            return weights[criterion] / Arrays.stream(weights).sum();
        }

        /** In VIKOR two may be level over a whole range: one has the best S and the worst R, the other the reverse. */
        List<Integer> first(double t) {
            var changed = weights.clone();
            var rest = Arrays.stream(weights).sum() - weights[criterion];
            for (var j = 0; j < changed.length; j++) {
                changed[j] = j == criterion ? t : (1 - t) * weights[j] / rest;
            }
            var strengths = Textbook.strengths(matrix, changed, method);
            var best = Arrays.stream(strengths).max().orElseThrow();
            return IntStream.range(0, strengths.length)
                    .filter(i -> strengths[i] >= best - 1e-12)
                    .boxed()
                    .toList();
        }

        Scan of(int other) {
            return new Scan(matrix, weights, method, other);
        }

        /** By how much the weight must at most change for the option to be first; infinite where no step finds it first. */
        /** Strictly between 0 and 1: who is first at an end alone is not so beyond any weight. */
        double nearest(int option) {
            return IntStream.range(1, SCAN)
                    .mapToDouble(step -> step / (double) SCAN)
                    .filter(t -> first(t).contains(option))
                    .map(t -> Math.abs(t - now()))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        /** Steps outwards until another is first, and then halves the step. */
        double end(List<Integer> winners, int direction) {
            var limit = direction > 0 ? 1.0 : 0.0;
            var inside = now();
            for (var step = 1; step <= SCAN; step++) {
                var outside = now() + (limit - now()) * (step - 1e-9) / SCAN;
                if (!first(outside).containsAll(winners)) {
                    return bisected(inside, outside, winners);
                }
                inside = outside;
            }
            return limit;
        }

        private double bisected(double inside, double outside, List<Integer> winners) {
            var from = inside;
            var to = outside;
            for (var step = 0; step < 45; step++) {
                var middle = (from + to) / 2;
                if (first(middle).containsAll(winners)) {
                    from = middle;
                } else {
                    to = middle;
                }
            }
            return (from + to) / 2;
        }
    }
}
