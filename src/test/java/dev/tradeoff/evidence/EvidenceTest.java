package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.ClaimIssue.STALE;
import static dev.tradeoff.evidence.ClaimIssue.UNCONDITIONED;
import static dev.tradeoff.evidence.ClaimIssue.UNDATED;
import static dev.tradeoff.evidence.ClaimIssue.UNSOURCED;
import static dev.tradeoff.evidence.Claims.evidence;
import static dev.tradeoff.evidence.Claims.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Assessment.Confidence;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Examples;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    // ---- Age

    @ParameterizedTest
    @CsvSource({
        "2025-05-25, false", // 18 months old
        "2025-05-24, true",
        "2020-02-29, true",
        "2027-01-01, false", // not observed yet
        "0000-01-01, true"
    })
    void a_claim_is_stale_when_it_is_older_than_its_shelf_life(String observedOn, boolean isStale) {
        var evidence = on(DAY, "slug: x, observedOn: '" + observedOn + "'");
        assertThat(evidence.issues("x").contains(STALE)).isEqualTo(isStale);
        assertThat(evidence.weaknesses("x").contains(STALE)).isEqualTo(isStale);
        assertThat(findings(evidence, Kind.STALE)).hasSize(isStale ? 1 : 0);
    }

    @Test
    void staleness_is_said_of_each_claim_with_both_days() {
        var found =
                findings(on(DAY, "slug: x, observedOn: '2020-01-01'", "slug: y, observedOn: '2021-02-03'"), Kind.STALE);
        assertThat(found).extracting(EvidenceFinding::claims).containsExactly(List.of("x"), List.of("y"));
        assertThat(found.getLast().detail())
                .isEqualTo(
                        "The claim y was observed on 2021-02-03; on 2026-11-25 that is longer ago than the shelf life of its metric, 18 months.");
    }

    @Test
    void what_nobody_dates_is_not_stale() {
        assertThat(on(DAY, "slug: x, observedOn: null").issues("x")).containsExactly(UNDATED, UNCONDITIONED);
    }

    @Test
    void a_metric_may_have_a_shelf_life_of_its_own_under_all_its_names() {
        var strictness = new EvidenceSettings(
                2, 10, 1.1, Period.ofYears(9), Map.of("qps", Period.of(1, 0, 1), "licence", Period.ofYears(5)));
        var evidence = Evidence.of(
                Claims.of(
                        "slug: x, metric: requests-per-second, observedOn: '2025-01-01'",
                        "slug: y, metric: rps, observedOn: '2025-01-01'",
                        "slug: z, metric: licence, observedOn: '2025-01-01'",
                        "slug: w, metric: latency, observedOn: '2025-01-01'"),
                strictness,
                DAY);
        assertThat(findings(evidence, Kind.STALE))
                .extracting(EvidenceFinding::claims)
                .containsExactly(List.of("x"), List.of("y"));
        assertThat(findings(evidence, Kind.STALE).getFirst().detail()).endsWith(", 1 year 1 day.");
    }

    @Test
    void what_is_timeless_does_not_know_the_day() {
        var comparison = Claims.of("slug: x, observedOn: '1999-12-31'", "slug: y, observedOn: null");
        var timeless = Evidence.timeless(comparison, EvidenceSettings.DEFAULT);
        assertThat(timeless.issues("x")).containsExactly(UNCONDITIONED);
        assertThat(timeless.asOf(DAY).issues("x")).containsExactly(UNCONDITIONED, STALE);
        assertThat(timeless.asOf(DAY).issues("y")).isEqualTo(timeless.issues("y"));
        assertThat(timeless.issues("x")).containsExactly(UNCONDITIONED);
        assertThat(timeless.asOf(DAY).asOf(LocalDate.of(2000, 1, 1)).issues("x"))
                .containsExactly(UNCONDITIONED);
    }

    // ---- Order

    @Test
    void findings_are_ordered_by_severity_then_kind_then_document() {
        var evidence = on(
                DAY,
                "slug: a, value: 1, source: press, observedOn: '2020-01-01'",
                "slug: b, value: 100, source: null, observedOn: null",
                "slug: c, value: 3");
        assertThat(evidence.findings())
                .extracting(EvidenceFinding::kind)
                .containsExactly(
                        Kind.CONTRADICTION,
                        Kind.CONTRADICTION,
                        Kind.CONTRADICTION,
                        Kind.OUTLIER,
                        Kind.UNSOURCED,
                        Kind.UNSOURCED,
                        Kind.UNDATED,
                        Kind.STALE,
                        Kind.UNCONDITIONED,
                        Kind.UNCONDITIONED,
                        Kind.UNCONDITIONED);
        assertThat(evidence.findings()).extracting(EvidenceFinding::severity).isSorted();
    }

    // ---- What is weak

    @Test
    void a_claim_is_weak_by_some_of_its_issues() {
        var evidence = evidence("slug: x, source: null", "slug: y", "slug: z, rank: deprecated");
        assertThat(evidence.issues("x")).containsExactly(UNSOURCED, UNCONDITIONED);
        assertThat(evidence.weaknesses("x")).containsExactly(UNSOURCED);
        assertThat(evidence.weaknesses("y")).isEmpty();
        assertThat(evidence.weak(List.of("z", "y", "x", "nothing"))).containsExactly("z", "x");
    }

    @Test
    void nothing_is_the_matter_with_what_is_not_there() {
        assertThat(evidence("slug: x").issues("nothing")).isEmpty();
        assertThat(evidence("slug: x").weaknesses("nothing")).isEmpty();
        assertThat(evidence().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', false", "weak, true", "'weak,weak2', true", "'weak,fine', false", "fine, false", "nothing, false"})
    void an_assessment_is_weak_when_all_its_claims_are(String claims, boolean isWeak) {
        var evidence = evidence("slug: weak, source: null", "slug: weak2, observedOn: null", "slug: fine");
        var slugs = claims.isEmpty() ? List.<String>of() : List.of(claims.split(","));
        assertThat(evidence.isWeak(assessment(Confidence.MODERATE, slugs))).isEqualTo(isWeak);
    }

    @ParameterizedTest
    @EnumSource
    void or_when_its_confidence_is_low(Confidence confidence) {
        boolean isLow = confidence == Confidence.LOW || confidence == Confidence.VERY_LOW;
        assertThat(evidence("slug: fine").isWeak(assessment(confidence, List.of("fine"))))
                .isEqualTo(isLow);
        assertThat(evidence().isWeak(assessment(confidence, List.of())))
                .as("editorial")
                .isFalse();
    }

    @Test
    void without_confidence_it_is_an_unfinished_one() {
        assertThat(evidence().isWeak(assessment(null, List.of()))).isFalse();
    }

    // ---- False alarms

    @Test
    void a_comparison_whose_figures_agree_has_none() {
        var found = Evidence.of(
                Examples.comparison(
                        Examples.set("/claims/1/observedOn", "\"2026-02-01\""),
                        Examples.set("/claims/2/observedOn", "\"2026-02-01\"")),
                EvidenceSettings.DEFAULT,
                LocalDate.of(2026, 3, 1));
        assertThat(found.findings()).extracting(EvidenceFinding::kind).containsExactly(Kind.UNCONDITIONED);
    }

    @Test
    void an_empty_draft_has_no_findings() {
        var nothing = Comparison.of("", "", "", "", List.of(), Map.of());
        assertThat(Evidence.of(nothing, EvidenceSettings.DEFAULT, DAY).findings())
                .isEmpty();
    }

    @Test
    void a_claim_that_says_nothing_lacks_something_and_fails_nothing() {
        var found = on(
                DAY,
                "slug: x, option: null, subject: null, metric: null, unit: null, source: null, observedOn: null",
                "slug: y, option: nobody, metric: rps, value: 1, unit: 1/s, measurement: '', comparedTo: nobody");
        assertThat(found.findings())
                .extracting(EvidenceFinding::kind)
                .containsOnly(Kind.UNSOURCED, Kind.UNDATED, Kind.UNCONDITIONED);
    }

    private static Evidence on(LocalDate day, String... claims) {
        return Evidence.of(Claims.of(claims), EvidenceSettings.DEFAULT, day);
    }

    private static Assessment assessment(Confidence confidence, List<String> claims) {
        return new Assessment("a", "Good", null, Assessment.ScoreState.UNKNOWN, null, confidence, "So it is.", claims);
    }
}
