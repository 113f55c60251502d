package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Comparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every answer, whatever is compared and asked. The seed is fixed: no build fails by chance. */
class AnyRequirementsTest {

    private static final List<String> OPTIONS = List.of("a", "b", "c", "d");
    private static final double BEYOND = 1e-6;

    /** A question: the scores of each factor, what it weighs, what is asked for at least, and by which method. */
    record Question(List<List<String>> scores, List<Integer> weights, int minimum, MethodName method, boolean weak) {

        int options() {
            return scores.getFirst().size();
        }

        String factor(int i) {
            return "f" + i;
        }

        Comparison comparison() {
            var small = SmallComparison.of(OPTIONS.subList(0, options()).toArray(String[]::new));
            for (int i = 0; i < scores.size(); i++) {
                small.restingOn(
                        weak && i % 2 == 0 ? "weak" : "strong",
                        factor(i),
                        1,
                        scores.get(i).toArray(String[]::new));
            }
            return small.comparison();
        }

        Map<String, Double> weighing() {
            var named = new LinkedHashMap<String, Double>();
            for (int i = 0; i < weights.size(); i++) {
                named.put(factor(i), (double) weights.get(i));
            }
            return named;
        }

        String asked(Map<String, Double> weights) {
            var named = weights.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": "
                            + new BigDecimal(entry.getValue())
                                    .setScale(12, RoundingMode.HALF_EVEN)
                                    .toPlainString())
                    .collect(Collectors.joining(", "));
            return "{\"weights\": {%s}, \"method\": \"%s\", \"samples\": 200, \"constraints\": [{\"factor\": \"f0\", \"minimum\": %d}]}"
                    .formatted(named, method.text(), minimum);
        }

        TailoredRecommendation answer() {
            return Answers.from(comparison()).to(asked(weighing()));
        }
    }

    @Provide
    Arbitrary<Question> questions() {
        var score = Arbitraries.of(
                "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5", "1", "unknown", "not-applicable");
        return Combinators.combine(
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(1, 5))
                .flatAs((options, factors) -> Combinators.combine(
                                score.list().ofSize(options).list().ofSize(factors),
                                Arbitraries.integers().between(0, 9).list().ofSize(factors),
                                Arbitraries.integers().between(1, 5),
                                Arbitraries.of(MethodName.class),
                                Arbitraries.of(true, false))
                        .as(Question::new))
                .filter(AnyRequirementsTest::hasWeight);
    }

    /** Some factor that applies to every option has a weight. */
    private static boolean hasWeight(Question question) {
        return IntStream.range(0, question.weights().size())
                .anyMatch(i -> question.weights().get(i) > 0
                        && !question.scores().get(i).contains("not-applicable"));
    }

    @Property(tries = 200, seed = "1")
    void every_option_is_ranked_or_excluded_and_the_excluded_miss_the_minimum(@ForAll("questions") Question question) {
        var answer = question.answer();
        var ranked = answer.ranking().stream()
                .map(TailoredRecommendation.RankedOption::option)
                .toList();
        var excluded = answer.excluded().stream()
                .map(TailoredRecommendation.ExcludedOption::option)
                .toList();
        assertThat(Stream.concat(ranked.stream(), excluded.stream()))
                .containsExactlyInAnyOrderElementsOf(OPTIONS.subList(0, question.options()));
        for (var option : excluded) {
            assertThat(Double.parseDouble(question.scores().getFirst().get(OPTIONS.indexOf(option))))
                    .isLessThan(question.minimum());
        }
        for (var option : ranked) {
            var score = question.scores().getFirst().get(OPTIONS.indexOf(option));
            assertThat(!Character.isDigit(score.charAt(0)) || Double.parseDouble(score) >= question.minimum())
                    .isTrue();
        }
    }

    @Property(tries = 200, seed = "1")
    void contributions_sum_and_nothing_is_no_number(@ForAll("questions") Question question) {
        var answer = question.answer();
        assertThat(Answers.JSON.valueToTree(answer).toString()).doesNotContain("NaN", "Infinity");
        if (answer.ranking().isEmpty()) {
            return;
        }
        assertThat(answer.weights().values().stream().mapToDouble(w -> w).sum()).isEqualTo(1, within(1e-9));
        for (var ranked : answer.ranking()) {
            var parts = ranked.contributions().stream()
                    .map(TailoredRecommendation.Contribution::contribution)
                    .toList();
            switch (question.method()) {
                case WEIGHTED_SUM, PROMETHEE_II ->
                    assertThat(parts.stream().mapToDouble(part -> part).sum()).isEqualTo(ranked.score(), within(1e-9));
                case WEIGHTED_PRODUCT ->
                    assertThat(parts.stream().mapToDouble(part -> part).sum())
                            .isEqualTo(Math.log(ranked.score()), within(1e-9));
                case TOPSIS, VIKOR -> assertThat(parts).containsOnlyNulls();
            }
            if (ranked.scoreRange() != null) {
                assertThat(ranked.score())
                        .isBetween(
                                ranked.scoreRange().min() - 1e-9,
                                ranked.scoreRange().max() + 1e-9);
            }
        }
    }

    @Property(tries = 200, seed = "1")
    void who_is_told_a_weight_from_which_it_wins_does_win_beyond_it(@ForAll("questions") Question question) {
        var answer = question.answer();
        for (var whyNot : answer.whyNot()) {
            var edge = whyNot.weight();
            if (edge != null) {
                double now = answer.weights().get(whyNot.factor());
                var moved = moved(answer.weights(), whyNot.factor(), edge + Math.signum(edge - now) * BEYOND);
                var then = Answers.from(question.comparison()).to(question.asked(moved));
                assertThat(first(then)).as("%s with %s", whyNot, moved).contains(whyNot.option());
            }
        }
    }

    @Property(tries = 200, seed = "1")
    void beyond_the_smallest_flip_another_wins(@ForAll("questions") Question question) {
        var answer = question.answer();
        var flip = answer.robustness().smallestFlip();
        if (answer.winner() != null && flip != null && flip.to() > 2 * BEYOND && flip.to() < 1 - 2 * BEYOND) {
            double direction = Math.signum(flip.to() - flip.from());
            var beyond = Answers.from(question.comparison())
                    .to(question.asked(moved(answer.weights(), flip.factor(), flip.to() + direction * BEYOND)));
            assertThat(first(beyond)).isNotEqualTo(first(answer)).contains(flip.winner());
        }
    }

    @Property(tries = 100, seed = "1")
    void multiplying_all_weights_changes_nothing(@ForAll("questions") Question question) {
        var answer = question.answer();
        var larger = new LinkedHashMap<>(question.weighing());
        larger.replaceAll((factor, weight) -> weight * 1000);
        var again = Answers.from(question.comparison()).to(question.asked(larger));
        assertThat(again.ranking()).isEqualTo(answer.ranking());
        assertThat(again.verdict()).isEqualTo(answer.verdict());
        assertThat(again.robustness()).isEqualTo(answer.robustness());
    }

    private static List<String> first(TailoredRecommendation answer) {
        return answer.ranking().stream()
                .filter(ranked -> ranked.rank() == 1)
                .map(TailoredRecommendation.RankedOption::option)
                .sorted()
                .toList();
    }

    /** One weight as told, the others in proportion; where they are all 0, they share the rest equally. */
    private static Map<String, Double> moved(Map<String, Double> weights, String factor, double to) {
        double others = 1 - weights.get(factor);
        var moved = new LinkedHashMap<String, Double>();
        weights.forEach((name, weight) -> moved.put(
                name,
                name.equals(factor)
                        ? to
                        : others > 1e-12 ? weight * (1 - to) / others : (1 - to) / (weights.size() - 1)));
        return moved;
    }
}
