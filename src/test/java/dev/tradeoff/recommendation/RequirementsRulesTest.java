package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsRulesTest {

    private final Answers backend = Answers.of("nodejs-vs-python-backend");

    private static Problem refusal(Runnable request) {
        return catchThrowableOfType(Refused.class, request::run).problem();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"weights": {"concurrency": -1}}                                             | /weights/concurrency
            {"weights": {"concurrency": 1000001}}                                        | /weights/concurrency
            {"weights": {"concurrency": 1e-31}}                                          | /weights/concurrency
            {"pairwise": [{"factor": "concurrency", "over": "ecosystem", "by": 0}]}      | /pairwise/0/by
            {"pairwise": [{"factor": "concurrency", "over": "ecosystem", "by": 101}]}    | /pairwise/0/by
            {"pairwise": [{"factor": "concurrency", "by": 2}]}                           | /pairwise/0/over
            {"constraints": [{"minimum": 2}]}                                            | /constraints/0/factor
            {"constraints": [{"factor": "ecosystem", "maximum": 1e999999999}]}           | /constraints/0/maximum
            {"samples": 0}                                                               | /samples
            {"seed": 9007199254740992}                                                   | /seed
            {"revision": 0}                                                              | /revision
            """)
    void a_value_that_cannot_be_meant_is_malformed(String requirements, String pointer) {
        assertThat(refusal(() -> Answers.requirements(requirements)))
                .isInstanceOfSatisfying(Problem.InvalidBody.class, problem -> assertThat(problem.errors())
                        .extracting(Problem.Flaw::pointer)
                        .containsExactly(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"useCases": ["space-travel"]}                                               | /useCases/0
            {"useCases": ["saas-products", "saas-products"]}                             | /useCases/1
            {"weights": {"colour": 2}}                                                   | /weights/colour
            {"weights": {"concurrency": 0, "ecosystem": 0}}                              | /weights
            {"priorities": ["concurrency", "concurrency"]}                               | /priorities/1
            {"pairwise": [{"factor": "concurrency", "over": "concurrency", "by": 2}]}    | /pairwise/0/over
            {"constraints": [{"factor": "colour", "minimum": 2}]}                        | /constraints/0/factor
            {"constraints": [{"factor": "ecosystem"}]}                                   | /constraints/0
            {"constraints": [{"factor": "ecosystem", "minimum": 4, "maximum": 2}]}       | /constraints/0/minimum
            {"constraints": [{"factor": "ecosystem", "minimum": 7}]}                     | /constraints/0/minimum
            {"constraints": [{"factor": "team-experience", "minimum": 1}]}               | /constraints/0/factor
            {"constraints": [{"factor": "ecosystem", "minimum": 4}, {"factor": "ecosystem", "maximum": 3}]} | /constraints/1
            {"experience": {"ruby": "expert"}}                                           | /experience/ruby
            {"normalisation": "min-max"}                                                 | /normalisation
            {"samples": 100001}                                                          | /samples
            {"weights": {"concurrency": 1}, "priorities": ["ecosystem"]}                 | /priorities
            """)
    void what_the_comparison_does_not_know_breaks_a_rule(String requirements, String pointer) {
        assertThat(refusal(() -> backend.to(requirements)))
                .isInstanceOfSatisfying(Problem.BrokenRules.class, problem -> assertThat(problem.errors())
                        .extracting(Problem.Flaw::pointer)
                        .containsExactly(pointer));
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        var problem = refusal(() -> backend.to("""
                {"useCases": ["a"], "weights": {"b": 1}, "experience": {"c": "good"}, "samples": 200000}"""));
        assertThat(((Problem.BrokenRules) problem).errors())
                .extracting(Problem.Flaw::pointer)
                .containsExactly("/useCases/0", "/weights/b", "/experience/c", "/samples");
    }

    @Test
    void judgements_that_are_missing_are_listed() {
        var problem = refusal(() -> backend.to("""
                {"pairwise": [{"factor": "concurrency", "over": "ecosystem", "by": 3},
                              {"factor": "real-time", "over": "learning-curve", "by": 2}]}"""));
        assertThat(((Problem.BrokenRules) problem).errors())
                .extracting(Problem.Flaw::detail)
                .containsExactly(
                        "lacks a judgement on concurrency and real-time",
                        "lacks a judgement on concurrency and learning-curve",
                        "lacks a judgement on ecosystem and real-time",
                        "lacks a judgement on ecosystem and learning-curve");
    }

    @Test
    void a_pair_is_judged_once_whichever_way_round() {
        var problem = refusal(() -> backend.to("""
                {"pairwise": [{"factor": "concurrency", "over": "ecosystem", "by": 3},
                              {"factor": "ecosystem", "over": "concurrency", "by": 2}]}"""));
        assertThat(((Problem.BrokenRules) problem).errors())
                .extracting(Problem.Flaw::pointer)
                .containsExactly("/pairwise/1");
    }

    @Test
    void requirements_that_mean_the_same_become_the_same() {
        var one = backend.complete(
                Answers.requirements(
                        "{\"weights\": {\"ecosystem\": 3.0, \"concurrency\": 5e0}, \"experience\": {\"python\": \"good\", \"nodejs\": \"some\"}}"));
        var other = backend.complete(
                Answers.requirements(
                        "{\"experience\": {\"nodejs\": \"some\", \"python\": \"good\"}, \"weights\": {\"concurrency\": 5, \"ecosystem\": 3}, \"samples\": 10000, \"method\": \"weighted-sum\", \"asOf\": \"2026-11-22\"}"));
        assertThat(one).isEqualTo(other);
        assertThat(List.copyOf(one.weights().keySet()))
                .isEqualTo(List.copyOf(other.weights().keySet()));
    }

    @Test
    void constraints_on_one_factor_become_one() {
        var one = backend.complete(Answers.requirements("""
                {"constraints": [{"factor": "real-time", "minimum": 2}, {"factor": "ecosystem", "maximum": 5},
                                 {"factor": "ecosystem", "minimum": 2}, {"factor": "ecosystem", "minimum": 3}]}"""));
        var other = backend.complete(Answers.requirements("""
                {"constraints": [{"factor": "ecosystem", "minimum": 3, "maximum": 5}, {"factor": "real-time", "minimum": 2.0}]}"""));
        assertThat(one).isEqualTo(other);
    }

    @Test
    void of_very_many_flaws_a_hundred_are_listed() {
        var many = IntStream.range(0, 300)
                .mapToObj(i -> "{\"factor\": \"x" + i + "\", \"over\": \"ecosystem\", \"by\": 2}")
                .collect(Collectors.joining(","));
        assertThat(refusal(() -> backend.to("{\"pairwise\": [" + many + "]}")))
                .isInstanceOfSatisfying(Problem.BrokenRules.class, problem -> {
                    assertThat(problem.errors()).hasSize(100);
                    assertThat(problem.detail()).endsWith("and there are 299 more; the first 100 are listed.");
                });
    }

    @Test
    void lists_are_bounded() {
        var many = IntStream.range(0, 1_001).mapToObj(i -> "\"f" + i + "\"").collect(Collectors.joining(","));
        assertThat(refusal(() -> Answers.requirements("{\"priorities\": [" + many + "]}")))
                .isInstanceOf(Problem.InvalidBody.class);
    }
}
