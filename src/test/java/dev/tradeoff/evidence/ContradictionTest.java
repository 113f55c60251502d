package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.ClaimIssue.CONTRADICTION;
import static dev.tradeoff.evidence.Claims.evidence;
import static dev.tradeoff.evidence.Claims.figure;
import static dev.tradeoff.evidence.Claims.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.evidence.EvidenceFinding.Severity;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of one option and metric that cannot both hold. */
class ContradictionTest {

    @Test
    void it_names_both_claims_and_shows_the_arithmetic() {
        var found = only("slug: x, value: 12, approximate: true", "slug: y, value: 53.5");
        assertThat(found.severity()).isEqualTo(Severity.HIGH);
        assertThat(found.claims()).containsExactly("x", "y");
        assertThat(found.detail())
                .isEqualTo("Two figures of Option A for latency are 4.5 times apart: about 12 ms (x) and 53.5 ms (y).");
        assertThat(found.figures()).extracting(Figure::name).containsExactly("value", "value", "ratio");
        assertThat(found.figures()).extracting(Figure::claim).containsExactly("x", "y", null);
        assertThat(found.figures()).extracting(Figure::unit).containsExactly("ms", "ms", "1");
        assertThat(figure(found, "ratio")).isCloseTo(53.5 / 12, within(1e-14));
        assertThat(found.settles()).contains("`conditions`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    value: 10                           | value: 20
                    value: 10                           | value: 19.99999999999999999999999999999
                    value: 0.01, unit: s                | value: 20
                    value: 60, unit: 1/min              | value: 2, unit: 1/s
                    value: 60, unit: 1/min              | value: 2, unit: '{req}/s'
                    value: 10, metric: qps              | value: 20, metric: responses-per-second
                    value: 10, metric: rps              | value: 20, metric: requests-per-second
                    value: 10, metric: queries-per-second | value: 20, metric: rps
                    'range: {min: 1, max: 10}'          | 'range: {min: 20, max: 30}'
                    'range: {max: 10}'                  | 'range: {min: 20}'
                    value: 10                           | 'range: {min: 20}'
                    value: -10                          | value: -20
                    value: 10, subject: b               | value: 20
                    value: 10, conditions: Cold start   | value: 20
                    value: 10, conditions: Cold start   | 'value: 20, conditions: " cold  START "'
                    value: 10, source: press            | value: 20, source: lab
                    value: 10, measurement: one         | value: 20, measurement: two
                    value: 10, unit: EUR                | value: 20, unit: EUR
                    value: 10, rank: preferred          | value: 20
                    value: 10, comparedTo: b            | value: 20, comparedTo: b
                    """)
    void figures_a_factor_two_apart_contradict(String first, String second) {
        var evidence = evidence("slug: x, " + first, "slug: y, " + second);
        assertThat(findings(evidence, Kind.CONTRADICTION)).hasSize(1);
        assertThat(evidence.issues("x")).contains(CONTRADICTION);
        assertThat(evidence.weaknesses("y")).contains(CONTRADICTION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    value: 10                           | value: 19.9
                    value: 10                           | value: 10
                    value: 10, unit: ms                 | value: 0.01, unit: s
                    value: 1, unit: GBy                 | value: 1, unit: GiBy
                    value: 10                           | value: 20, option: b
                    value: 10                           | value: 20, metric: p99-latency
                    value: 10                           | value: 20, metric: response-time
                    value: 10, unit: EUR                | value: 20, unit: USD
                    value: 10, unit: ms                 | value: 20, unit: 1/s
                    value: 10, conditions: Cold start   | value: 20, conditions: Warm
                    value: 10, comparedTo: b            | value: 20
                    value: 10, rank: deprecated         | value: 20
                    'range: {min: 1, max: 12}'          | 'range: {min: 12, max: 90}'
                    'range: {min: 1, max: 12}'          | 'range: {min: 5, max: 6}'
                    'range: {min: 10}'                  | value: 500
                    'range: {max: 10}'                  | 'range: {min: 4}'
                    value: 10                           | text: Twenty, unit: null
                    value: 10                           | unit: ms
                    value: 10                           | value: 20, unit: null
                    value: 10                           | 'value: 20, unit: " "'
                    value: 10, unit: null               | value: 20, unit: null
                    value: 10                           | 'value: 20, range: {min: 20}'
                    value: 10                           | 'range: {}'
                    value: 10                           | 'range: {min: 30, max: 20}'
                    value: 10, metric: null             | value: 20, metric: null
                    value: 10, option: null             | value: 20, option: null
                    value: 0                            | value: 0
                    """)
    void others_do_not(String first, String second) {
        var evidence = evidence("slug: x, " + first, "slug: y, " + second);
        assertThat(findings(evidence, Kind.CONTRADICTION)).isEmpty();
        assertThat(evidence.issues("x")).doesNotContain(CONTRADICTION);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "-1, 1", "0, -0.5"})
    void zero_and_figures_of_another_sign_contradict_without_a_ratio(String first, String second) {
        var found = only("slug: x, value: " + first, "slug: y, value: " + second);
        assertThat(found.detail()).startsWith("Two figures of Option A for latency cannot both hold: ");
        assertThat(found.figures()).extracting(Figure::name).containsExactly("value", "value");
    }

    @Test
    void subjects_and_days_that_differ_are_said() {
        var found = only("slug: x, value: 10, subject: express", "slug: y, value: 30, observedOn: '2020-01-01'");
        assertThat(found.detail())
                .endsWith(
                        " The first is about express, the second about a. The first was observed on 2026-01-01, the second on 2020-01-01.");
        assertThat(found.settles()).contains("different subjects");
    }

    @Test
    void what_nobody_says_is_no_difference() {
        assertThat(only("slug: x, value: 10, subject: null", "slug: y, value: 30, observedOn: null")
                        .detail())
                .endsWith("10 ms (x) and 30 ms (y).");
    }

    @Test
    void what_settles_it_depends_on_the_conditions() {
        assertThat(only("slug: x, value: 10, conditions: Cold", "slug: y, value: 30, conditions: cold")
                        .settles())
                .startsWith("Find out which of the two holds, since their conditions are the same");
    }

    @Test
    void each_pair_is_a_finding_in_the_order_of_the_document() {
        var found = findings(
                evidence("slug: z, value: 1", "slug: y, value: 100", "slug: x, value: 10"), Kind.CONTRADICTION);
        assertThat(found)
                .extracting(EvidenceFinding::claims)
                .containsExactly(List.of("z", "y"), List.of("z", "x"), List.of("y", "x"));
    }

    @Test
    void ranges_show_the_ends_that_they_have() {
        var found =
                only("slug: x, 'range': {min: 1000, max: 2000}, unit: '1'", "slug: y, range: {min: 8000}, unit: '1'");
        assertThat(found.detail()).contains("4.0 times apart: 1,000 to 2,000 (x) and 8,000 or more (y)");
        assertThat(found.figures()).extracting(Figure::name).containsExactly("min", "max", "min", "ratio");
        assertThat(figure(found, "ratio")).isEqualTo(4);
    }

    @Test
    void figures_in_different_units_are_shown_in_their_own() {
        var found = only("slug: x, value: 5", "slug: y, value: 0.02, unit: s");
        assertThat(found.detail()).contains("5 ms (x) and 0.02 s (y)");
        assertThat(figure(found, "ratio")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    value: 2, unit: '%'   | value: 5, unit: '%'
                    value: 50, unit: '%'  | value: 1.5, unit: '1'
                    value: -5, unit: '%'  | value: 5, unit: '%'
                    value: 0, unit: '%'   | value: 3, unit: '%'
                    'range: {min: 40, max: 60}, unit: "%"' | value: 3, unit: '1'
                    """)
    void relative_claims_agree_when_their_factors_do(String first, String second) {
        assertThat(relative(first, second)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    value: 50, unit: '%'  | value: 5, unit: '1'   | 3.3 times
                    value: 20, unit: '%'  | value: 200, unit: '%' | 2.5 times
                    value: -50, unit: '%' | value: 100, unit: '%' | 4.0 times
                    """)
    void and_contradict_when_their_factors_do(String first, String second, String times) {
        var found = relative(first, second);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().detail())
                .startsWith("Two figures of Option A against Option B for relative requests per second are " + times
                        + " apart as factors: ");
    }

    @Test
    void a_ratio_of_other_things_is_compared_as_it_is() {
        assertThat(findings(
                        evidence(
                                "slug: x, metric: error-rate, value: 1, unit: '%'",
                                "slug: y, metric: error-rate, value: 0.05, unit: '1'"),
                        Kind.CONTRADICTION))
                .extracting(found -> figure(found, "ratio"))
                .containsExactly(5.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 3})
    void how_far_apart_is_too_far_can_be_chosen(double ratio) {
        var strictness = new EvidenceSettings(ratio, 10, 1.1, Period.ofMonths(18), Map.of());
        var claims = Claims.of("slug: x, value: 10", "slug: y, value: 10", "slug: z, value: 15");
        var found = findings(Evidence.timeless(claims, strictness), Kind.CONTRADICTION);
        assertThat(found).hasSize(ratio <= 1.5 ? 2 : 0); // what is equal never contradicts
    }

    @Test
    void of_very_many_pairs_the_farthest_are_found_and_all_claims_are_known() {
        var claims = IntStream.range(0, 3_000)
                .mapToObj(i -> "slug: c" + i + ", value: " + (i % 2 == 0 ? 1 : 3 + i))
                .toArray(String[]::new);
        var evidence = evidence(claims);
        var found = findings(evidence, Kind.CONTRADICTION);
        assertThat(found).hasSize(100).allMatch(finding -> finding.claims().contains("c2999"));
        assertThat(IntStream.range(0, 3_000))
                .allMatch(i -> evidence.issues("c" + i).contains(CONTRADICTION));
    }

    @Test
    void every_kind_of_figure_has_its_share_of_them() {
        var claims = IntStream.range(0, 1_000)
                .mapToObj(i -> "slug: c" + i + ", metric: m" + i / 20 + ", value: " + Math.pow(3, i % 20))
                .toArray(String[]::new);
        var evidence = evidence(claims);
        assertThat(findings(evidence, Kind.CONTRADICTION)).hasSize(1_000);
        assertThat(IntStream.range(0, 1_000))
                .allMatch(i -> evidence.issues("c" + i).contains(CONTRADICTION));
    }

    private static EvidenceFinding only(String... claims) {
        var found = findings(evidence(claims), Kind.CONTRADICTION);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<EvidenceFinding> relative(String first, String second) {
        return findings(
                evidence(
                        "slug: x, comparedTo: b, metric: relative-throughput, " + first,
                        "slug: y, comparedTo: b, metric: relative-qps, " + second),
                Kind.CONTRADICTION);
    }
}
