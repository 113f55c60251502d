package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.ClaimIssue.CONDITIONS_DIFFER;
import static dev.tradeoff.evidence.Claims.evidence;
import static dev.tradeoff.evidence.Claims.figure;
import static dev.tradeoff.evidence.Claims.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.evidence.EvidenceFinding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measurements whose mean concurrency, by Little's law, cannot have been the same. */
class ConcurrencyTest {

    private static final String ONE = "option: a, subject: a, measurement: one";
    private static final String TWO = "option: b, subject: b, measurement: two";

    /** 1,000 requests a second for 100 ms each: 100 in flight. */
    private static final String[] HUNDRED = {
        "slug: t1, metric: rps, value: 1000, unit: 1/s, " + ONE,
        "slug: l1, metric: latency, value: 100, unit: ms, " + ONE
    };

    @Test
    void it_names_all_four_claims_and_shows_the_arithmetic() {
        var evidence = differing("metric: qps, value: 600, unit: 1/min", "metric: response-time, value: 12, unit: s");
        var found = findings(evidence, Kind.CONDITIONS_DIFFER);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(found.getFirst().claims()).containsExactly("t1", "l1", "t2", "l2");
        assertThat(found.getFirst().detail())
                .isEqualTo(
                        "By Little's law, 1,000 1/s × 100 ms of Option A in one means 100 requests in flight on average, 600 1/min × 12 s of Option B in two means 120: if both hold, mean concurrency differed by 20 %.");
        assertThat(found.getFirst().figures())
                .extracting(Figure::name)
                .containsExactly("value", "value", "value", "value", "concurrency", "concurrency", "percent");
        assertThat(found.getFirst().figures())
                .extracting(Figure::claim)
                .containsExactly("t1", "l1", "t2", "l2", "t1", "t2", null);
        assertThat(figure(found.getFirst(), "percent")).isEqualTo(20);
        assertThat(List.of("t1", "l1", "t2", "l2"))
                .allMatch(slug -> evidence.issues(slug).contains(CONDITIONS_DIFFER))
                .allMatch(slug -> evidence.weaknesses(slug).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"110, 1", "109, 0", "100, 0", "91, 0", "90, 1", "50, 1"})
    void ten_percent_apart_is_different(int milliseconds, int findings) {
        assertThat(findings(
                        differing("metric: rps, value: 1000, unit: 1/s", "metric: latency, value: " + milliseconds),
                        Kind.CONDITIONS_DIFFER))
                .hasSize(findings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p99-latency", "p50-latency", "median-latency", "latency-p95", "max-latency", "startup-time"})
    void only_means_are_multiplied(String metric) {
        assertThat(findings(
                        differing("metric: rps, value: 1000, unit: 1/s", "metric: " + metric + ", value: 900"),
                        Kind.CONDITIONS_DIFFER))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response-time", "mean-response-time", "latency", "mean-latency"})
    void a_mean_has_several_names(String metric) {
        assertThat(findings(
                        differing("metric: rps, value: 1000, unit: 1/s", "metric: " + metric + ", value: 900"),
                        Kind.CONDITIONS_DIFFER))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    value: 1000, unit: 1/s, measurement: null    | value: 900
                    value: 1000, unit: 1/s, measurement: three   | value: 900
                    value: 1000, unit: 1/s, subject: c           | value: 900
                    value: 1000, unit: 1/s, option: a            | value: 900
                    value: 1000, unit: 1/s, comparedTo: a        | value: 900
                    value: 1000, unit: 1/s, rank: deprecated     | value: 900
                    value: 1000, unit: '1'                       | value: 900
                    value: 1000, unit: req/s                     | value: 900
                    value: 1000, unit: 1/s                       | value: 900, unit: '%'
                    value: 1000, unit: 1/s                       | value: 0
                    value: 0, unit: 1/s                          | value: 900
                    value: -1000, unit: 1/s                      | value: -900
                    value: 1000, unit: 1/s                       | text: Long, unit: null
                    value: 1000, unit: 1/s, conditions: Warm     | value: 900, conditions: Cold
                    """)
    void figures_that_do_not_belong_together_are_not_multiplied(String throughput, String latency) {
        assertThat(findings(
                        differing("metric: rps, " + throughput, "metric: latency, " + latency), Kind.CONDITIONS_DIFFER))
                .isEmpty();
    }

    @Test
    void where_two_could_be_meant_neither_is() {
        assertThat(findings(
                        evidence(
                                HUNDRED[0],
                                HUNDRED[1],
                                "slug: t2, metric: rps, value: 1000, unit: 1/s, " + TWO,
                                "slug: l2, metric: latency, value: 900, " + TWO,
                                "slug: l3, metric: mean-latency, value: 950, " + TWO),
                        Kind.CONDITIONS_DIFFER))
                .isEmpty();
    }

    @Test
    void figures_of_one_run_are_told_apart_by_their_conditions() {
        var found = findings(
                evidence(
                        HUNDRED[0],
                        HUNDRED[1],
                        "slug: t-64, metric: rps, value: 1000, unit: 1/s, conditions: 64 connections, " + TWO,
                        "slug: t-256, metric: rps, value: 1000, unit: 1/s, conditions: 256 connections, " + TWO,
                        "slug: l-256, metric: latency, value: 256, conditions: 256 Connections, " + TWO,
                        "slug: l-64, metric: latency, value: 64, conditions: 64 connections, " + TWO),
                Kind.CONDITIONS_DIFFER);
        assertThat(found)
                .extracting(EvidenceFinding::claims)
                .containsExactly(List.of("t1", "l1", "t-64", "l-64"), List.of("t1", "l1", "t-256", "l-256"));
    }

    @Test
    void measurements_that_say_that_their_conditions_differ_are_not_compared() {
        var found = findings(
                evidence(
                        "slug: t1, metric: rps, value: 1000, unit: 1/s, conditions: 64 connections, " + ONE,
                        "slug: l1, metric: latency, value: 64, " + ONE,
                        "slug: t2, metric: rps, value: 1000, unit: 1/s, " + TWO,
                        "slug: l2, metric: latency, value: 256, conditions: 256 connections, " + TWO),
                Kind.CONDITIONS_DIFFER);
        assertThat(found).isEmpty();
    }

    @Test
    void two_runs_of_one_option_are_compared_too() {
        var found = findings(
                differing(
                        "metric: rps, value: 1000, unit: 1/s, option: a, subject: a",
                        "metric: latency, value: 900, option: a, subject: a"),
                Kind.CONDITIONS_DIFFER);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().settles()).endsWith("don't compare with each other.");
    }

    @Test
    void ranges_give_ranges_of_concurrency() {
        assertThat(findings(
                        differing(
                                "metric: rps, range: {min: 900, max: 1200}, unit: 1/s", "metric: latency, value: 100"),
                        Kind.CONDITIONS_DIFFER))
                .isEmpty();
        var found = findings(
                differing(
                        "metric: rps, range: {min: 1000, max: 1200}, unit: 1/s", "metric: latency, range: {min: 200}"),
                Kind.CONDITIONS_DIFFER);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().detail()).contains("means 200 or more:").endsWith("by 100 %.");
        assertThat(figure(found.getFirst(), "concurrency-min")).isCloseTo(200, within(1e-12));
        assertThat(findings(
                        differing("metric: rps, range: {max: 1200}, unit: 1/s", "metric: latency, range: {min: 200}"),
                        Kind.CONDITIONS_DIFFER))
                .isEmpty();
    }

    /** A hundred requests in flight in one run, against these in another. */
    private static Evidence differing(String throughput, String latency) {
        return evidence(
                HUNDRED[0], HUNDRED[1], "slug: t2, " + merged(TWO, throughput), "slug: l2, " + merged(TWO, latency));
    }

    /** What comes later holds. */
    private static String merged(String usual, String special) {
        var fields = new java.util.ArrayList<String>();
        for (var field : usual.split(", ")) {
            if (!special.contains(field.split(":")[0] + ":")) {
                fields.add(field);
            }
        }
        fields.add(special);
        return String.join(", ", fields);
    }
}
