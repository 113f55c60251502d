package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Assessment.ScoreState;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import dev.tradeoff.recommendation.TailoredRecommendation.RankedOption;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecommenderTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private static double score(TailoredRecommendation answer, String option) {
        return Answers.ranked(answer, option).score();
    }

    // ---- Weights

    @Test
    void weights_that_are_not_named_are_zero_and_the_rest_sums_to_one() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "1")
                .rating("y", 9, "1", "5")
                .answers()
                .to("{\"weights\": {\"x\": 7}}");
        assertThat(answer.weights()).isEqualTo(Map.of("x", 1.0, "y", 0.0));
        assertThat(answer.winner()).isEqualTo("a");
    }

    @Test
    void priorities_become_rank_order_centroid_weights() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "1")
                .rating("y", 1, "1", "5")
                .rating("z", 1, "3", "3")
                .answers()
                .to("{\"priorities\": [\"y\", \"x\", \"z\"]}");
        assertThat(answer.weights().get("y")).isEqualTo(11 / 18.0, EXACT);
        assertThat(answer.weights().get("x")).isEqualTo(5 / 18.0, EXACT);
        assertThat(answer.weights().get("z")).isEqualTo(2 / 18.0, EXACT);
    }

    @Test
    void judgements_become_weights_with_their_consistency_and_the_one_to_revisit() {
        var small = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "1")
                .rating("y", 1, "1", "5")
                .rating("z", 1, "3", "3");
        var consistent = small.answers().to("""
                {"pairwise": [{"factor": "x", "over": "y", "by": 6}, {"factor": "x", "over": "z", "by": 3},
                              {"factor": "z", "over": "y", "by": 2}]}""");
        assertThat(consistent.weights().get("x")).isEqualTo(6 / 9.0, EXACT);
        assertThat(consistent.weights().get("y")).isEqualTo(1 / 9.0, EXACT);
        assertThat(consistent.weighting().consistency()).satisfies(c -> {
            assertThat(c.consistencyRatio()).isZero();
            assertThat(c.consistent()).isTrue();
            assertThat(c.revisit()).isNull();
        });
        assertThat(consistent.warnings()).isEmpty();

        var circular = small.answers().to("""
                {"pairwise": [{"factor": "x", "over": "y", "by": 5}, {"factor": "y", "over": "z", "by": 5},
                              {"factor": "z", "over": "x", "by": 5}]}""");
        assertThat(circular.weighting().consistency().consistent()).isFalse();
        assertThat(circular.weighting().consistency().revisit()).isNotNull();
        assertThat(circular.warnings()).singleElement().asString().contains("contradict one another");
    }

    @Test
    void profiles_are_rescaled_before_they_are_averaged_and_keep_defaults_where_they_are_silent() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "1")
                .rating("y", 1, "1", "5")
                .useCase("loud", "x: 90, y: 10")
                .useCase("silent", "x: 3")
                .answers()
                .to("{\"useCases\": [\"silent\", \"loud\"]}");
        assertThat(answer.weights().get("x")).isEqualTo((0.9 + 0.75) / 2, EXACT);
    }

    @Test
    void experience_is_a_criterion_with_the_mean_of_the_other_positive_weights() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 3, "3", "3")
                .rating("y", 1, "3", "3")
                .rating("z", 0, "5", "1")
                .answers()
                .to("{\"experience\": {\"b\": \"some\"}}");
        assertThat(answer.weights().get("team-experience")).isEqualTo(1 / 3.0, EXACT);
        assertThat(answer.weights().get("x")).isEqualTo(0.5, EXACT);
        assertThat(Answers.contribution(answer, "b", "team-experience").contribution())
                .isEqualTo(1 / 9.0, EXACT);
        assertThat(Answers.contribution(answer, "a", "team-experience").contribution())
                .isZero();
        assertThat(answer.winner()).isEqualTo("b");
        assertThat(answer.robustness().stability())
                .extracting(Robustness.StabilityInterval::factor)
                .contains("team-experience");
    }

    @Test
    void nothing_is_ranked_by_weights_that_are_all_zero() {
        var answers = SmallComparison.of("a", "b").rating("x", 0, "5", "1").answers();
        assertThat(catchThrowableOfType(Refused.class, () -> answers.to("{}")).problem())
                .isInstanceOf(Problem.BrokenRules.class);
    }

    @Test
    void nothing_is_ranked_where_every_factor_is_left_out() {
        var answers = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "not-applicable")
                .answers();
        for (var requirements : List.of("{}", "{\"experience\": {\"a\": \"good\"}}")) {
            assertThat(catchThrowableOfType(Refused.class, () -> answers.to(requirements))
                            .problem())
                    .isInstanceOf(Problem.BrokenRules.class);
        }
    }

    // ---- Contributions

    @ParameterizedTest
    @EnumSource(MethodName.class)
    void contributions_sum_to_what_the_rules_say(MethodName method) {
        var answer = Answers.of("nodejs-web-frameworks")
                .to("{\"method\": \"" + method.text() + "\", \"experience\": {\"express\": \"expert\"}}");
        for (var ranked : answer.ranking()) {
            var parts = ranked.contributions().stream()
                    .map(Contribution::contribution)
                    .toList();
            switch (method) {
                case WEIGHTED_SUM, PROMETHEE_II -> assertThat(sum(parts)).isEqualTo(ranked.score(), EXACT);
                case WEIGHTED_PRODUCT -> assertThat(sum(parts)).isEqualTo(Math.log(ranked.score()), EXACT);
                case TOPSIS, VIKOR -> assertThat(parts).containsOnlyNulls();
            }
        }
    }

    private static double sum(List<Double> parts) {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void every_contribution_names_the_claims_that_it_rests_on() {
        var answer = Answers.of("nodejs-vs-python-backend").to("{}");
        assertThat(Answers.contribution(answer, "nodejs", "computation").claims())
                .containsExactly(
                        "nodejs-event-loop-blocking",
                        "worker-threads-offloading",
                        "nodejs-computation-services",
                        "v8-compilation");
        assertThat(answer.evidence().claims())
                .contains("nodejs-event-loop-blocking")
                .doesNotHaveDuplicates();
    }

    // ---- What is not known

    @Test
    void an_unknown_score_ranks_by_its_middle_and_opens_a_range() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "4", "unknown")
                .rating("y", 1, "4", "4")
                .answers()
                .to("{}");
        assertThat(score(answer, "b")).isEqualTo((0.5 + 0.75) / 2, EXACT);
        assertThat(Answers.ranked(answer, "b").scoreRange())
                .isEqualTo(new TailoredRecommendation.ScoreRange(0.375, 0.875));
        assertThat(Answers.ranked(answer, "a").scoreRange()).isNull();
        assertThat(Answers.contribution(answer, "b", "x").scoreState()).isEqualTo(ScoreState.UNKNOWN);
        assertThat(answer.verdict()).isEqualTo(Verdict.TOO_CLOSE);
        assertThat(answer.verdictReasons().getFirst().rule()).isEqualTo(Verdict.Rule.OVERLAPPING_RANGES);
        assertThat(answer.robustness().exact()).isFalse();
    }

    @Test
    void what_does_not_apply_is_left_out_for_all() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 9, "5", "not-applicable")
                .rating("y", 1, "2", "4")
                .answers()
                .to("{}");
        assertThat(answer.winner()).isEqualTo("b");
        assertThat(answer.leftOut()).singleElement().satisfies(left -> assertThat(left.factor())
                .isEqualTo("x"));
        assertThat(answer.weights()).containsOnlyKeys("y");
    }

    @Test
    void what_does_not_apply_counts_as_the_worst_if_the_factor_says_so() {
        var answers = SmallComparison.of("a", "b")
                .worstIfNotApplicable("x", 1, "2", "not-applicable")
                .rating("y", 1, "2", "2")
                .answers();
        var answer = answers.to("{\"constraints\": [{\"factor\": \"x\", \"minimum\": 1}]}");
        assertThat(Answers.contribution(answer, "b", "x").utility()).isZero();
        assertThat(answer.leftOut()).isEmpty();
        assertThat(answer.excluded()).isEmpty();
        assertThat(answers.to("{\"constraints\": [{\"factor\": \"x\", \"minimum\": 1.5}]}")
                        .excluded())
                .singleElement()
                .satisfies(excluded -> assertThat(excluded.option()).isEqualTo("b"));
    }

    @Test
    void a_level_first_rank_has_no_winner_but_says_who_shares_it() {
        var answer = SmallComparison.of("a", "b", "c")
                .rating("x", 1, "5", "1", "2")
                .rating("y", 1, "1", "5", "2")
                .answers()
                .to("{}");
        assertThat(answer.winner()).isNull();
        assertThat(answer.tied()).containsExactly("a", "b");
        assertThat(answer.margin()).isZero();
        assertThat(answer.verdict()).isEqualTo(Verdict.TOO_CLOSE);
        assertThat(answer.ranking()).extracting(RankedOption::rank).containsExactly(1, 1, 3);
        assertThat(answer.explanation().getFirst()).contains("Option a and Option b share the first rank");
    }

    // ---- Measures

    private static SmallComparison latency(String... claims) {
        return SmallComparison.of("a", "b").measure("latency", "ms", 100, 0, claims);
    }

    @Test
    void a_measure_takes_its_figure_from_its_claims_in_the_factors_unit() {
        var answer = latency("p50-1", "p50-2")
                .claim("p50-1", "a", "value: 0.02, unit: s")
                .claim("p50-2", "b", "value: 50, unit: ms")
                .answers()
                .to("{}");
        assertThat(Answers.contribution(answer, "a", "latency").score()).isEqualByComparingTo("20");
        assertThat(score(answer, "a")).isEqualTo(0.8, EXACT);
        assertThat(score(answer, "b")).isEqualTo(0.5, EXACT);
    }

    @Test
    void preferred_claims_outdo_normal_ones_and_deprecated_ones_never_count() {
        var answer = latency("p50-1, p50-2, p50-3", "p50-4")
                .claim("p50-1", "a", "value: 10, unit: ms, rank: preferred")
                .claim("p50-2", "a", "value: 15, unit: ms")
                .claim("p50-3", "a", "value: 90, unit: ms, rank: deprecated")
                .claim("p50-4", "b", "value: 40, unit: ms, rank: deprecated")
                .answers()
                .to("{}");
        assertThat(Answers.contribution(answer, "a", "latency").score()).isEqualByComparingTo("10");
        assertThat(Answers.contribution(answer, "b", "latency").scoreState()).isEqualTo(ScoreState.UNKNOWN);
    }

    @Test
    void figures_that_agree_are_averaged_and_figures_that_contradict_are_a_range() {
        var answer = latency("p50-1, p50-2", "p50-3, p50-4")
                .claim("p50-1", "a", "value: 10, unit: ms")
                .claim("p50-2", "a", "value: 14, unit: ms")
                .claim("p50-3", "b", "value: 10, unit: ms")
                .claim("p50-4", "b", "value: 40, unit: ms")
                .answers()
                .to("{}");
        assertThat(Answers.contribution(answer, "a", "latency").score()).isEqualByComparingTo("12");
        assertThat(Answers.contribution(answer, "b", "latency").scoreRange())
                .isEqualTo(new TailoredRecommendation.ScoreRange(10, 40));
        assertThat(Answers.contribution(answer, "b", "latency").score()).isNull();
        assertThat(Answers.ranked(answer, "b").scoreRange()).isNotNull();
    }

    // ---- Constraints

    @Test
    void who_misses_a_constraint_is_excluded_and_stays_so_by_any_method() {
        var answers = SmallComparison.of("a", "b", "c")
                .rating("x", 1, "5", "4", "2")
                .rating("y", 1, "5", "2", "2")
                .answers();
        for (var method : MethodName.values()) {
            var answer = answers.to(
                    "{\"constraints\": [{\"factor\": \"x\", \"maximum\": 4}], \"method\": \"" + method.text() + "\"}");
            assertThat(answer.ranking()).extracting(RankedOption::option).containsExactlyInAnyOrder("b", "c");
            assertThat(answer.winner()).isEqualTo("b");
            assertThat(answer.excluded()).singleElement().satisfies(excluded -> {
                assertThat(excluded.option()).isEqualTo("a");
                assertThat(excluded.score()).isEqualByComparingTo("5");
            });
            assertThat(answer.robustness().acceptability()).hasSize(2);
        }
    }

    @Test
    void an_unknown_score_excludes_nobody_but_warns() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "unknown")
                .answers()
                .to("{\"constraints\": [{\"factor\": \"x\", \"minimum\": 3}]}");
        assertThat(answer.ranking()).hasSize(2);
        assertThat(answer.warnings())
                .containsExactly("Whether Option b meets the constraint on “the x” is open: its score is unknown.");
    }

    @Test
    void an_exclusion_that_rests_on_weak_evidence_is_warned_of() {
        var small = SmallComparison.of("a", "b").rating("x", 1, "5", "1").restingOn("weak", "y", 1, "4", "2");
        assertThat(small.answers()
                        .to("{\"constraints\": [{\"factor\": \"y\", \"minimum\": 3}]}")
                        .warnings())
                .containsExactly("Option b is excluded by a score that rests on weak evidence: “the y”.");
        assertThat(small.answers()
                        .to("{\"constraints\": [{\"factor\": \"x\", \"minimum\": 3}]}")
                        .warnings())
                .isEmpty();
    }

    @Test
    void where_everybody_is_excluded_there_is_no_winner_and_the_answer_says_why() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "2", "3")
                .answers()
                .to("{\"constraints\": [{\"factor\": \"x\", \"minimum\": 4}]}");
        assertThat(answer.winner()).isNull();
        assertThat(answer.verdict()).isNull();
        assertThat(answer.ranking()).isEmpty();
        assertThat(answer.excluded()).hasSize(2);
        assertThat(answer.whyNot()).hasSize(2);
        assertThat(answer.explanation().getLast()).contains("loosen");
    }

    // ---- Evidence

    @Test
    void what_rests_on_strong_claims_and_is_far_ahead_is_clear() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "2")
                .rating("y", 1, "4", "3")
                .answers()
                .to("{}");
        assertThat(answer.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(answer.verdictReasons()).singleElement().satisfies(reason -> assertThat(reason.rule())
                .isEqualTo(Verdict.Rule.ROBUST));
        assertThat(answer.evidence().weak()).isEmpty();
        assertThat(answer.evidence().withoutWeakEvidence().survives()).isEqualTo(Survival.ALWAYS);
        assertThat(answer.robustness().smallestFlip()).isNull();
        assertThat(answer.whyNot().getFirst().would()).isNotBlank();
    }

    @Test
    void a_winner_survives_always_where_its_weak_scores_do_not_matter_enough() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 9, "5", "2")
                .restingOn("weak", "y", 1, "4", "3")
                .answers()
                .to("{}");
        assertThat(answer.evidence().withoutWeakEvidence().survives()).isEqualTo(Survival.ALWAYS);
    }

    @Test
    void a_winner_survives_on_average_where_the_unknown_could_turn_it_round() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "3")
                .restingOn("weak", "y", 1, "4", "3")
                .answers()
                .to("{}");
        assertThat(answer.evidence().withoutWeakEvidence().survives()).isEqualTo(Survival.ON_AVERAGE);
        assertThat(answer.evidence().withoutWeakEvidence().winner()).isEqualTo("a");
    }

    @Test
    void a_winner_that_owes_it_to_weak_evidence_does_not_survive_and_the_answer_is_fragile() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "2", "4")
                .restingOn("weak", "y", 3, "5", "1")
                .answers()
                .to("{}");
        assertThat(answer.winner()).isEqualTo("a");
        assertThat(answer.evidence().withoutWeakEvidence().survives()).isEqualTo(Survival.NO);
        assertThat(answer.evidence().withoutWeakEvidence().winner()).isEqualTo("b");
        assertThat(answer.verdict()).isEqualTo(Verdict.FRAGILE);
        assertThat(answer.evidence().weak()).singleElement().satisfies(weak -> {
            assertThat(weak.claim()).isEqualTo("weak");
            assertThat(weak.issues()).containsExactlyInAnyOrder("unsourced", "undated");
        });
    }

    @Test
    void editorial_judgement_stays_and_its_share_of_the_weight_is_told() {
        var answer = SmallComparison.of("a", "b")
                .restingOn("-", "x", 3, "4", "2")
                .rating("y", 1, "3", "3")
                .answers()
                .to("{\"experience\": {\"a\": \"good\"}}");
        assertThat(answer.evidence().withoutWeakEvidence().survives()).isEqualTo(Survival.ALWAYS);
        assertThat(answer.evidence().withoutWeakEvidence().editorialShare()).isEqualTo(0.5, EXACT);
    }

    // ---- Bounds of the verdict

    @Test
    void a_flip_of_just_a_tenth_is_not_a_small_one() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "2")
                .rating("y", 1, "2", "4")
                .answers()
                .to("{}");
        assertThat(answer.robustness().smallestFlip().to()).isEqualTo(0.6, EXACT);
        assertThat(answer.verdictReasons())
                .extracting(TailoredRecommendation.VerdictReason::rule)
                .doesNotContain(Verdict.Rule.SMALL_FLIP);
    }

    @Test
    void whoever_shares_the_second_place_may_turn_the_first_round() {
        for (var places : List.of(List.of("a", "b", "c"), List.of("a", "c", "b"))) {
            var known = places.indexOf("b") == 1;
            var answer = SmallComparison.of(places.toArray(String[]::new))
                    .rating("x", 1, "5", known ? "3" : "unknown", known ? "unknown" : "3")
                    .rating("y", 1, "4", "4", "4")
                    .answers()
                    .to("{}");
            assertThat(answer.verdictReasons().getFirst().rule()).isEqualTo(Verdict.Rule.OVERLAPPING_RANGES);
        }
    }

    @Test
    void editorial_judgement_stays_whatever_its_confidence_and_what_is_unknown_is_no_judgement() {
        var answer = SmallComparison.of("a", "b")
                .restingOn("-", "x", 1, "4", "unknown")
                .rating("y", 1, "3", "3")
                .answers()
                .to("{}");
        assertThat(answer.evidence().withoutWeakEvidence().editorialShare()).isEqualTo(0.25, EXACT);
    }

    @Test
    void who_is_excluded_by_weak_evidence_is_in_question_again_without_it() {
        var answer = SmallComparison.of("a", "b")
                .restingOn("weak", "x", 1, "5", "2")
                .rating("y", 9, "2", "5")
                .answers()
                .to("{\"constraints\": [{\"factor\": \"x\", \"minimum\": 3}]}");
        assertThat(answer.winner()).isEqualTo("a");
        assertThat(answer.evidence().withoutWeakEvidence().winner()).isEqualTo("b");
        assertThat(answer.evidence().withoutWeakEvidence().survives()).isEqualTo(Survival.NO);
        assertThat(answer.verdict()).isEqualTo(Verdict.FRAGILE);
        assertThat(answer.explanation())
                .anyMatch(sentence -> sentence.contains("Option b is not excluded, and Option b would be first"));
    }

    @Test
    void strong_claims_under_scores_of_low_confidence_are_told_apart_from_them() {
        var small = SmallComparison.of("a", "b").rating("x", 1, "5", "2");
        var unsure = Answers.comparison(small.yaml().replace("confidence: moderate", "confidence: low"));
        assertThat(Answers.from(unsure).to("{}").explanation())
                .anyMatch(sentence -> sentence.startsWith(
                        "The one claim beneath the scores is not weak. Without the scores of low confidence nothing"));
    }

    @Test
    void who_is_left_alone_by_strong_evidence_is_clear() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "2")
                .answers()
                .to("{\"constraints\": [{\"factor\": \"x\", \"minimum\": 3}]}");
        assertThat(answer.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(answer.verdictReasons()).singleElement().satisfies(reason -> assertThat(reason.rule())
                .isEqualTo(Verdict.Rule.ONLY_OPTION));
    }

    // ---- What would have to be true

    @Test
    void who_could_win_by_one_weight_is_told_which_and_from_where() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 3, "5", "3")
                .rating("y", 1, "1", "4")
                .answers()
                .to("{}");
        // a leads by 0.5 on x and trails by 0.75 on y: level where 0.75 t = 0.5 (1 − t)
        assertThat(answer.whyNot()).singleElement().satisfies(whyNot -> {
            assertThat(whyNot.factor()).isEqualTo("y");
            assertThat(whyNot.weight()).isEqualTo(0.4, EXACT);
            assertThat(whyNot.would()).isEqualTo("win if the weight of “the y” were at least 0.40 instead of 0.25");
        });
        assertThat(answer.robustness().smallestFlip()).satisfies(flip -> {
            assertThat(flip.to()).isEqualTo(0.4, EXACT);
            assertThat(flip.winner()).isEqualTo("b");
        });
    }

    @Test
    void who_could_win_by_no_weight_is_told_the_score_that_it_lacks() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 3, "4", "2")
                .rating("y", 1, "3", "3")
                .answers()
                .to("{}");
        assertThat(answer.whyNot()).singleElement().satisfies(whyNot -> {
            assertThat(whyNot.factor()).isEqualTo("x");
            assertThat(whyNot.score()).isEqualByComparingTo("4.5");
            assertThat(whyNot.weight()).isNull();
        });
    }

    @Test
    void who_is_behind_everywhere_is_told_that_it_takes_more() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "1")
                .rating("y", 1, "5", "1")
                .answers()
                .to("{}");
        assertThat(answer.whyNot().getFirst().would())
                .startsWith("win neither by the weight of a single factor nor by the best score on “the x”");
    }

    @Test
    void weights_with_which_an_option_would_win_are_said_from_where_to_where_and_rounded_inwards() {
        var between = SmallComparison.of("a", "b", "c")
                .rating("x", 9, "5", "4", "1")
                .rating("y", 1, "1", "4", "5")
                .answers()
                .to("{}");
        assertThat(between.whyNot())
                .extracting(TailoredRecommendation.WhyNot::would)
                .containsExactly(
                        "win if the weight of “the y” were between 0.25 and 0.75 instead of 0.10",
                        "win if the weight of “the y” were at least 0.75 instead of 0.10");
        var third = SmallComparison.of("a", "b")
                .rating("x", 9, "4", "3")
                .rating("y", 1, "1", "3")
                .answers()
                .to("{}");
        assertThat(third.whyNot().getFirst().weight()).isEqualTo(1 / 3.0, EXACT);
        assertThat(third.whyNot().getFirst().would()).contains("at least 0.34");
    }

    @ParameterizedTest
    @EnumSource(MethodName.class)
    void who_is_said_to_win_by_a_weight_or_a_score_does_so_when_it_is_tried(MethodName method) {
        var random = new Random(7);
        for (int tries = 0; tries < 60; tries++) {
            var scores = IntStream.range(0, 4)
                    .mapToObj(factor -> IntStream.range(0, 3)
                            .mapToObj(option -> String.valueOf(1 + random.nextInt(9) / 2.0))
                            .toArray(String[]::new))
                    .toList();
            var weights = random.doubles(4, 0.05, 1).toArray();
            var answer = ask(method, scores, weights);
            for (var whyNot : answer.whyNot()) {
                if (answer.winner() == null || whyNot.factor() == null) {
                    continue;
                }
                int factor = whyNot.factor().charAt(1) - '0';
                int option = whyNot.option().charAt(0) - 'a';
                if (whyNot.weight() != null) {
                    numbers(whyNot.would().replaceAll(" instead.*", ""))
                            .forEach(weight -> assertThat(first(ask(method, scores, changed(weights, factor, weight))))
                                    .as("%s %s", whyNot, answer)
                                    .contains(whyNot.option()));
                } else {
                    var lifted = scores.stream().map(String[]::clone).toList();
                    lifted.get(factor)[option] = whyNot.score().toPlainString();
                    assertThat(ask(method, lifted, weights).winner()).isEqualTo(whyNot.option());
                }
            }
        }
    }

    private static TailoredRecommendation ask(MethodName method, List<String[]> scores, double[] weights) {
        var small = SmallComparison.of("a", "b", "c");
        for (int factor = 0; factor < scores.size(); factor++) {
            small.rating("f" + factor, 1, scores.get(factor));
        }
        return small.answers()
                .to("{\"samples\": 1, \"method\": \"%s\", \"weights\": {%s}}"
                        .formatted(
                                method.text(),
                                IntStream.range(0, weights.length)
                                        .mapToObj(factor -> "\"f" + factor + "\": "
                                                + new BigDecimal(weights[factor])
                                                        .setScale(15, RoundingMode.HALF_EVEN)
                                                        .toPlainString())
                                        .collect(Collectors.joining(", "))));
    }

    private static Stream<Double> numbers(String sentence) {
        return Pattern.compile("\\d+\\.\\d+").matcher(sentence).results().map(found -> Double.valueOf(found.group()));
    }

    private static List<String> first(TailoredRecommendation answer) {
        return answer.winner() == null ? answer.tied() : List.of(answer.winner());
    }

    /** One weight changed, the others in proportion. */
    private static double[] changed(double[] weights, int factor, double weight) {
        double others = DoubleStream.of(weights).sum() - weights[factor];
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> i == factor ? weight : (1 - weight) * weights[i] / others)
                .toArray();
    }

    @Test
    void who_would_only_draw_level_is_not_told_that_it_would_win() {
        var answer = Answers.of("nodejs-vs-python-backend").to("{\"method\": \"vikor\"}");
        assertThat(answer.whyNot())
                .singleElement()
                .satisfies(
                        whyNot -> assertThat(whyNot.would())
                                .isEqualTo(
                                        "share the first rank if the weight of “Data and machine learning” were at most 0.081 instead of 0.086"));
    }

    // ---- In words

    @Test
    void a_margin_is_said_with_as_many_digits_as_its_rule_needs() {
        var answer = Answers.of("nodejs-vs-python-backend").to("{\"method\": \"weighted-product\"}");
        assertThat(answer.verdictReasons().getFirst().detail())
                .isEqualTo("The first two are 0.015 apart, less than 0.02.");
        assertThat(answer.explanation().getFirst())
                .startsWith("Python is ahead of Node.js by 0.015: 0.749 against 0.734");
    }

    @Test
    void who_else_would_be_first_under_any_weighting_is_said_of_those_that_would_be_so_most_often() {
        var answer = SmallComparison.of("a", "b", "c")
                .rating("x", 9, "5", "4.5", "1")
                .rating("y", 1, "1", "1", "5")
                .answers()
                .to("{}");
        assertThat(answer.explanation())
                .contains(
                        "If all weightings were equally likely, Option a would be first in 50 % of them, Option c in 50 %"
                                + " and Option b in 0 %.");
    }

    @Test
    void a_score_that_it_lacks_is_told_however_small_the_unit_of_the_factor_makes_it() {
        var answer = SmallComparison.of("a", "b")
                .measure("latency", "s", 1e-6, 0, "p50-1", "p50-2")
                .claim("p50-1", "a", "value: 2e-7, unit: s")
                .claim("p50-2", "b", "value: 8e-7, unit: s")
                .answers()
                .to("{}");
        assertThat(answer.whyNot()).singleElement().satisfies(whyNot -> {
            assertThat(whyNot.score()).isEqualByComparingTo("1.9e-7");
            assertThat(whyNot.would()).endsWith("; no weight of a single factor makes it win");
        });
    }

    // ---- Several use cases

    @Test
    void use_cases_that_pull_apart_give_a_combination_even_if_nobody_has_written_one() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "2")
                .rating("y", 1, "2", "5")
                .useCase("one", "x: 9, y: 1")
                .useCase("two", "x: 1, y: 9")
                .answers()
                .to("{\"useCases\": [\"one\", \"two\"]}");
        assertThat(answer.combination()).satisfies(combination -> {
            assertThat(combination.parts()).extracting(Combination.Part::option).containsExactly("a", "b");
            assertThat(combination.recommendation()).isNull();
        });
        assertThat(answer.explanation().getLast()).contains("no standing recommendation");
    }

    @Test
    void use_cases_that_agree_need_no_combination() {
        var answer = SmallComparison.of("a", "b")
                .rating("x", 1, "5", "2")
                .useCase("one", "x: 9")
                .useCase("two", "x: 1")
                .answers()
                .to("{\"useCases\": [\"one\", \"two\"]}");
        assertThat(answer.combination()).isNull();
    }

    // ---- The order of things

    @Test
    void the_same_question_has_the_same_answer() {
        var answers = Answers.of("python-web-frameworks");
        assertThat(answers.to("{\"seed\": 5}")).isEqualTo(answers.to("{\"seed\": 5}"));
    }

    @Test
    void the_order_of_options_and_factors_changes_no_figure() {
        var one = SmallComparison.of("a", "b", "c")
                .rating("x", 3, "5", "3", "4")
                .rating("y", 1, "1", "4", "2")
                .answers()
                .to("{}");
        var other = SmallComparison.of("c", "a", "b")
                .rating("y", 1, "2", "1", "4")
                .rating("x", 3, "4", "5", "3")
                .answers()
                .to("{}");
        assertThat(other.winner()).isEqualTo(one.winner());
        assertThat(other.verdict()).isEqualTo(one.verdict());
        for (var ranked : one.ranking()) {
            assertThat(score(other, ranked.option())).isEqualTo(ranked.score(), EXACT);
        }
        assertThat(other.robustness().smallestFlip()).isEqualTo(one.robustness().smallestFlip());
    }
}
