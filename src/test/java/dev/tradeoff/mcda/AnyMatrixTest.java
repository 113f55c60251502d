package dev.tradeoff.mcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any matrix, weights and method. The seed is fixed: no build fails by chance. */
class AnyMatrixTest {

    /** A matrix with weights, and a method that suits it. */
    record Case(DecisionMatrix matrix, double[] weights, Method method) {

        Analysis analysis() {
            return Analysis.of(matrix, weights, method);
        }

        Case withWeights(double[] others) {
            return new Case(matrix, others, method);
        }

        /** One weight changed, the others in proportion. */
        List<Integer> first(int criterion, double t) {
            var changed = Weights.rest(criterion, weights);
            for (var j = 0; j < changed.length; j++) {
                changed[j] = j == criterion ? t : (1 - t) * changed[j];
            }
            return withWeights(changed).analysis().winners();
        }

        @Override
        public String toString() {
            return matrix + " " + Arrays.toString(weights) + " " + method;
        }
    }

    @Property(tries = 300, seed = "1")
    void contributions_sum_to_the_score(@ForAll("tame") Case any) {
        var analysis = any.analysis();
        var contributions = analysis.contributions();
        var isProduct = any.method instanceof Method.WeightedProduct;
        for (var i = 0; contributions != null && i < contributions.size(); i++) {
            var sum = contributions.get(i).stream().mapToDouble(part -> part).sum();
            var score = analysis.scores().get(i);
            assertThat(isProduct ? Math.exp(sum) : sum).isCloseTo(score, within(1e-9 * Math.max(1, Math.abs(score))));
        }
    }

    @Property(tries = 500, seed = "1")
    void ranks_are_places_and_level_options_share_them(@ForAll("awkward") Case any) {
        var analysis = any.analysis();
        var ranks = new ArrayList<>(analysis.ranks());
        Collections.sort(ranks);
        for (var place = 0; place < ranks.size(); place++) {
            assertThat(ranks.get(place)).isIn(place + 1, place == 0 ? 1 : ranks.get(place - 1));
        }
        assertThat(analysis.winners())
                .isEqualTo(IntStream.range(0, ranks.size())
                        .filter(i -> analysis.ranks().get(i) == 1)
                        .boxed()
                        .toList());
    }

    @Property(tries = 500, seed = "1")
    void what_is_better_everywhere_is_never_ranked_below(@ForAll("tame") Case any) {
        var ranks = any.analysis().ranks();
        for (var a = 0; a < ranks.size(); a++) {
            for (var b = 0; b < ranks.size(); b++) {
                if (isNowhereWorse(any.matrix, a, b)) {
                    assertThat(ranks.get(a)).isLessThanOrEqualTo(ranks.get(b));
                }
            }
        }
    }

    private static boolean isNowhereWorse(DecisionMatrix matrix, int a, int b) {
        return IntStream.range(0, matrix.criteria().size()).allMatch(j -> {
            var difference = matrix.rows().get(a).get(j).mean()
                    - matrix.rows().get(b).get(j).mean();
            return matrix.criteria().get(j).direction() == Direction.MAX ? difference >= 0 : difference <= 0;
        });
    }

    @Property(tries = 300, seed = "1")
    void only_the_ratios_of_weights_matter(@ForAll("tame") Case any, @ForAll("factors") double factor) {
        var scaled = any.withWeights(
                Arrays.stream(any.weights).map(weight -> weight * factor).toArray());
        same(any.analysis(), scaled.analysis(), identity(any.matrix.options()), identity(any.weights.length));
    }

    @Property(tries = 300, seed = "1")
    void the_order_of_options_and_criteria_does_not_matter(@ForAll("tame") Case any, @ForAll Random random) {
        var options = shuffled(any.matrix.options(), random);
        var criteria = shuffled(any.weights.length, random);
        var permuted = new Case(
                new DecisionMatrix(
                        criteria.stream().map(any.matrix.criteria()::get).toList(),
                        options.stream()
                                .map(i -> criteria.stream()
                                        .map(any.matrix.rows().get(i)::get)
                                        .toList())
                                .toList()),
                criteria.stream().mapToDouble(j -> any.weights[j]).toArray(),
                any.method);
        same(any.analysis(), permuted.analysis(), options, criteria);
    }

    /** @param options the place of each option of the permuted matrix in the first; {@code criteria} the same */
    private static void same(Analysis analysis, Analysis permuted, List<Integer> options, List<Integer> criteria) {
        for (var place = 0; place < options.size(); place++) {
            var option = options.get(place);
            var score = analysis.scores().get(option);
            assertThat(permuted.ranks().get(place)).isEqualTo(analysis.ranks().get(option));
            assertThat(permuted.scores().get(place)).isCloseTo(score, within(1e-10 * Math.max(1, Math.abs(score))));
            assertThat(change(permuted.smallestFlipTo(place)))
                    .isCloseTo(change(analysis.smallestFlipTo(option)), within(1e-7));
        }
        for (var place = 0; place < criteria.size(); place++) {
            var interval = analysis.stability().get(criteria.get(place));
            var same = permuted.stability().get(place);
            assertThat(same.lowest()).isCloseTo(interval.lowest(), within(1e-7));
            assertThat(same.highest()).isCloseTo(interval.highest(), within(1e-7));
            assertThat(placed(same.below(), options)).isEqualTo(interval.below());
            assertThat(placed(same.above(), options)).isEqualTo(interval.above());
        }
    }

    private static List<Integer> placed(List<Integer> places, List<Integer> options) {
        return places.stream().map(options::get).sorted().toList();
    }

    private static double change(Optional<Flip> flip) {
        return flip.map(Flip::change).orElse(2.0);
    }

    @Property(tries = 300, seed = "1")
    void inside_its_interval_a_weight_changes_nothing_and_beyond_it_the_first(@ForAll("tame") Case any) {
        var winners = any.analysis().winners();
        for (var interval : any.analysis().stability()) {
            assertThat(interval.weight()).isBetween(interval.lowest(), interval.highest());
            var width = interval.highest() - interval.lowest();
            for (var part : new double[] {0.001, 0.3, 0.5, 0.8, 0.999}) {
                var inside = interval.lowest() + part * width;
                if (width > 1e-6 && inside > 0 && inside < 1) {
                    assertThat(any.first(interval.criterion(), inside)).containsAll(winners);
                }
            }
            assertThat(interval.below().isEmpty()).isEqualTo(interval.lowest() == 0);
            assertThat(interval.above().isEmpty()).isEqualTo(interval.highest() == 1);
            endsBeyond(any, winners, interval, interval.lowest(), 0);
            endsBeyond(any, winners, interval, interval.highest(), 1);
        }
    }

    /** Near an end curves may be so flat that there is no telling yet, so a little farther is tried too. */
    private static void endsBeyond(Case any, List<Integer> winners, Stability interval, double end, double limit) {
        if (end != limit) {
            assertThat(DoubleStream.of(1e-6, 1e-4, 1e-3, 1e-2)
                            .mapToObj(part -> any.first(interval.criterion(), end + part * (limit - end)))
                            .anyMatch(first -> !first.containsAll(winners)))
                    .isTrue();
        }
    }

    @Property(tries = 200, seed = "1")
    void shares_of_ranks_sum_to_1_by_option_and_by_rank(@ForAll("awkward") Case any) {
        var acceptability = any.analysis().acceptability(50, 1);
        for (var i = 0; i < any.matrix.options(); i++) {
            var rank = i;
            isWhole(acceptability.ranks().get(i).stream()
                    .mapToDouble(share -> share)
                    .sum());
            isWhole(acceptability.ranks().stream()
                    .mapToDouble(shares -> shares.get(rank))
                    .sum());
            var central = acceptability.centralWeights().get(i);
            assertThat(central == null).isEqualTo(acceptability.ranks().get(i).getFirst() == 0);
            assertThat(central == null).isEqualTo(acceptability.confidence().get(i) == null);
            if (central != null) {
                isWhole(central.stream().mapToDouble(weight -> weight).sum());
            }
        }
    }

    private static void isWhole(double sum) {
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 1000, seed = "1")
    void no_answer_holds_a_figure_that_is_none(@ForAll("awkward") Case any) {
        var analysis = any.analysis();
        var answers = new ArrayList<Object>(List.of(
                analysis.weights(),
                analysis.scores(),
                analysis.details(),
                analysis.scoreRanges(),
                analysis.stability(),
                analysis.smallestFlip(),
                analysis.acceptability(20, 1),
                analysis.rankReversals(),
                String.valueOf(analysis.margin())));
        for (var i = 0; i < any.matrix.options(); i++) {
            answers.add(analysis.smallestFlipTo(i));
            answers.add(analysis.isFirstThroughout(i));
        }
        var contributions = analysis.contributions();
        if (contributions != null && !(any.method instanceof Method.WeightedProduct)) {
            answers.add(contributions);
        }
        assertThat(answers.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** Figures as they are usual, decimals of one digit among them, so that many are level. */
    @Provide
    Arbitrary<Case> tame() {
        return cases(Arbitraries.oneOf(
                Arbitraries.integers().between(1, 10).map(tenths -> Cell.of(tenths / 10.0)),
                Arbitraries.doubles().between(0.01, 1).map(Cell::of)));
    }

    @Provide
    Arbitrary<Case> awkward() {
        return cases(Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 1.0, 0.5, 1e300, 1e-300, -1e300, 1e-12, 3e300)
                        .map(Cell::of),
                Arbitraries.doubles().between(0, 2).map(Cell::of),
                Arbitraries.integers().between(-3, 3).map(Cell::of),
                Arbitraries.doubles().between(0, 1).map(least -> new Cell.Range(least, least + 0.5)),
                Arbitraries.doubles().between(0.5, 1).map(mean -> new Cell.Normal(mean, mean / 4))));
    }

    private static Arbitrary<Case> cases(Arbitrary<Cell> cells) {
        var sizes = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 4))
                .as((options, criteria) -> new int[] {options, criteria});
        return sizes.flatMap(size -> Combinators.combine(
                        cells.list().ofSize(size[1]).list().ofSize(size[0]),
                        Arbitraries.of(0.0, 0.1, 0.2, 0.3, 1.0, 5.0).list().ofSize(size[1]),
                        Arbitraries.integers().between(0, 1 << size[1]),
                        Arbitraries.integers().between(0, 1000))
                .as((rows, weights, directions, method) -> someCase(rows, weights, directions, method)));
    }

    private static Case someCase(List<List<Cell>> rows, List<Double> weights, int directions, int choice) {
        var criteria = IntStream.range(0, weights.size())
                .mapToObj(j -> Criterion.on((directions >> j & 1) == 0 ? new Anchors(0, 1) : new Anchors(1, 0)))
                .toList();
        var matrix = new DecisionMatrix(criteria, rows);
        var figures = weights.stream().mapToDouble(weight -> weight).toArray();
        if (Numbers.largest(figures) == 0) {
            figures[0] = 1;
        }
        var suitable = Matrices.methods(figures.length).stream()
                .filter(method -> Matrices.suits(matrix, method))
                .toList();
        return new Case(matrix, figures, suitable.get(choice % suitable.size()));
    }

    @Provide
    Arbitrary<Double> factors() {
        return Arbitraries.of(2.0, 3.0, 0.7, 1e-200, 1e200);
    }

    private static List<Integer> identity(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static List<Integer> shuffled(int size, Random random) {
        var places = new ArrayList<>(identity(size));
        Collections.shuffle(places, random);
        return places;
    }
}
