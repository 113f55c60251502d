package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.Claims.evidence;
import static dev.tradeoff.evidence.Claims.figure;
import static dev.tradeoff.evidence.Claims.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.evidence.EvidenceFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relative claims that hold for a pair of absolute ones. */
class AgreementTest {

    private static final String CLAIM = "slug: r, comparedTo: b, metric: relative-throughput, ";

    @Test
    void it_names_the_claim_and_the_pair_and_shows_the_arithmetic() {
        var found = held("range: {min: 40, max: 60}, unit: '%'", "value: 150", "value: 100");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().severity()).isEqualTo(Severity.INFO);
        assertThat(found.getFirst().claims()).containsExactly("r", "x", "y");
        assertThat(found.getFirst().detail())
                .isEqualTo(
                        "The claim of 40 to 60 % (r) holds for 150 1/s (x) of Option A and 100 1/s (y) of Option B: 1.5 times as much (50 % more).");
        assertThat(found.getFirst().figures())
                .extracting(Figure::name)
                .containsExactly("min", "max", "value", "value", "percent");
        assertThat(figure(found.getFirst(), "percent")).isEqualTo(50);
        assertThat(found.getFirst().settles()).contains("may be chance");
    }

    @Test
    void what_is_less_is_said_to_be_less() {
        var found = held("range: {min: -30, max: -10}, unit: '%'", "value: 80", "value: 100");
        assertThat(found.getFirst().detail()).endsWith(": 0.8 times as much (20 % less).");
        assertThat(figure(found.getFirst(), "percent")).isEqualTo(-20);
    }

    @Test
    void good_news_is_no_issue() {
        var evidence = evidence(
                CLAIM + "value: 50, unit: '%'",
                "slug: x, metric: rps, value: 150, unit: 1/s",
                "slug: y, metric: rps, value: 100, unit: 1/s, option: b");
        assertThat(evidence.weaknesses("r")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'range: {min: 40, max: 60}, unit: "%"'  | 140   | a range as it stands
                    'range: {min: 40, max: 60}, unit: "%"'  | 160   |
                    'range: {min: 1.4, max: 1.6}, unit: "1"' | 150  | 1: times
                    'range: {min: 40}, unit: "%"'           | 900   | open ends are open
                    'range: {max: 40}, unit: "%"'           | 20    |
                    'range: {min: -60, max: -40}, unit: "%"' | 50   | less
                    value: 50, unit: "%"                    | 151.5 | 1 % of the factor
                    value: 50, unit: "%"                    | 148.5 |
                    value: 50, unit: "%", approximate: true | 157.5 | 5 % of the factor
                    value: 50, unit: "%", approximate: true | 142.5 |
                    value: 0, unit: "%", approximate: true  | 95    |
                    value: 2, unit: "1"                     | 202   |
                    value: 2, unit: "1", approximate: true  | 210   |
                    'range: {min: 40, max: 60}, unit: "%", approximate: true' | 168 | both ends
                    """)
    void it_holds(String claim, String own, String why) {
        assertThat(held(claim, "value: " + own, "value: 100")).as(why).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'range: {min: 40, max: 60}, unit: "%"'  | 139.9
                    'range: {min: 40, max: 60}, unit: "%"'  | 160.1
                    value: 50, unit: "%"                    | 151.6
                    value: 50, unit: "%", approximate: true | 157.6
                    value: 50, unit: "1"                    | 150
                    value: 1.5, unit: "%"                   | 150
                    value: 50, unit: "ms"                   | 150
                    value: 50, unit: "%", rank: deprecated  | 150
                    value: 50, unit: "%", comparedTo: null  | 150
                    value: 50, unit: "%", comparedTo: a     | 150
                    value: -100, unit: "%"                  | 150
                    text: More, unit: null                  | 150
                    """)
    void it_does_not_hold(String claim, String own) {
        assertThat(held(claim, "value: " + own, "value: 100")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    value: 150, rank: deprecated | value: 100
                    value: 150, comparedTo: b    | value: 100
                    value: 150, metric: p99      | value: 100
                    value: 150, unit: 1/min      | value: 100
                    value: 150, unit: req/s      | value: 100
                    value: 150                   | value: 0
                    value: 0                     | value: 100
                    value: -150                  | value: -100
                    value: 150, conditions: Cold | value: 100, conditions: Warm
                    """)
    void other_pairs_say_nothing_of_it(String own, String other) {
        assertThat(held("value: 50, unit: '%'", own, other)).isEmpty();
    }

    @Test
    void units_of_the_pair_are_converted() {
        assertThat(held("value: 50, unit: '%'", "value: 9000, unit: 1/min", "value: 100"))
                .hasSize(1);
    }

    @Test
    void conditions_of_the_claim_must_be_those_of_the_pair_unless_nobody_says() {
        var claim = "value: 50, unit: '%', conditions: Many connections";
        assertThat(held(claim, "value: 150", "value: 100")).hasSize(1);
        assertThat(held(claim, "value: 150, conditions: One connection", "value: 100"))
                .isEmpty();
        var known = held(claim, "value: 150, conditions: many connections", "value: 100, conditions: Many connections");
        assertThat(known).hasSize(1);
        assertThat(known.getFirst().settles()).startsWith("Nothing is left");
    }

    @Test
    void a_range_must_lie_within_the_claim() {
        var claim = "range: {min: 40, max: 60}, unit: '%'";
        assertThat(held(claim, "range: {min: 145, max: 155}", "value: 100")).hasSize(1);
        assertThat(held(claim, "range: {min: 145, max: 165}", "value: 100")).isEmpty();
        assertThat(held(claim, "range: {min: 145}", "value: 100")).isEmpty();
    }

    @Test
    void other_metrics_are_compared_by_their_own_names() {
        var evidence = evidence(
                "slug: r, comparedTo: b, metric: relative-memory, value: 2, unit: '1'",
                "slug: x, metric: memory, value: 200, unit: MBy",
                "slug: y, metric: memory, value: 0.1, unit: GBy, option: b");
        assertThat(findings(evidence, Kind.CONSISTENT)).hasSize(1);
    }

    @Test
    void each_pair_for_which_it_holds_is_a_finding() {
        var evidence = evidence(
                "slug: x1, metric: rps, value: 150, unit: 1/s",
                "slug: y1, metric: rps, value: 100, unit: 1/s, option: b",
                CLAIM + "range: {min: 40, max: 60}, unit: '%'",
                "slug: x2, metric: qps, value: 1500, unit: 1/s",
                "slug: y2, metric: qps, value: 1000, unit: 1/s, option: b");
        assertThat(findings(evidence, Kind.CONSISTENT))
                .extracting(EvidenceFinding::claims)
                .containsExactly(List.of("r", "x1", "y1"), List.of("r", "x2", "y2"));
    }

    @Test
    void of_very_many_pairs_some_are_found() {
        var claims = new ArrayList<String>();
        IntStream.range(0, 500).forEach(i -> {
            claims.add("slug: r" + i + ", comparedTo: b, metric: relative-throughput, value: 50, unit: '%'");
            claims.add("slug: x" + i + ", metric: rps, value: 150, unit: 1/s");
            claims.add("slug: y" + i + ", metric: rps, value: 100, unit: 1/s, option: b");
        });
        assertThat(findings(evidence(claims.toArray(String[]::new)), Kind.CONSISTENT))
                .hasSize(1_000);
    }

    private static List<EvidenceFinding> held(String claim, String own, String other) {
        var isB = claim.contains("comparedTo") ? "slug: r, metric: relative-throughput, " : CLAIM;
        return findings(
                evidence(isB + claim, "slug: x, " + figures(own), "slug: y, option: b, " + figures(other)),
                Kind.CONSISTENT);
    }

    private static String figures(String fields) {
        var unit = fields.contains("unit") ? "" : "unit: 1/s, ";
        return (fields.contains("metric") ? "" : "metric: rps, ") + unit + fields;
    }
}
