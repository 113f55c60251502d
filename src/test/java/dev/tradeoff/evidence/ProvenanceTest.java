package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.ClaimIssue.DEPRECATED;
import static dev.tradeoff.evidence.ClaimIssue.UNCONDITIONED;
import static dev.tradeoff.evidence.ClaimIssue.UNDATED;
import static dev.tradeoff.evidence.ClaimIssue.UNSOURCED;
import static dev.tradeoff.evidence.Claims.evidence;
import static dev.tradeoff.evidence.Claims.findings;
import static dev.tradeoff.knowledge.Examples.comparison;
import static dev.tradeoff.knowledge.Examples.remove;
import static dev.tradeoff.knowledge.Examples.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.evidence.EvidenceFinding.Severity;
import dev.tradeoff.knowledge.Examples.Edit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What claims lack. The example's first claim is dated, conditioned and from a primary source. */
class ProvenanceTest {

    @Test
    void a_claim_with_source_date_and_conditions_lacks_nothing() {
        assertThat(issues()).isEmpty();
    }

    @Test
    void without_a_source_it_is_unsourced() {
        assertThat(issues(set("/claims/0/source", "null"))).containsExactly(UNSOURCED);
    }

    @Test
    void a_source_that_is_not_there_is_none() {
        assertThat(issues(remove("/sources/0"))).containsExactly(UNSOURCED);
    }

    @Test
    void hearsay_is_unsourced() {
        assertThat(issues(set("/sources/0/kind", "\"secondary\""))).containsExactly(UNSOURCED);
    }

    @Test
    void hearsay_that_says_where_it_is_from_is_sourced() {
        assertThat(issues(set("/sources/0/kind", "\"secondary\""), set("/claims/0/origin", "\"A vendor's blog\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \""})
    void an_origin_that_says_nothing_is_none(String origin) {
        assertThat(issues(set("/sources/0/kind", "\"secondary\""), set("/claims/0/origin", origin)))
                .containsExactly(UNSOURCED);
    }

    @Test
    void an_origin_is_no_source() {
        assertThat(issues(set("/claims/0/source", "null"), set("/claims/0/origin", "\"A vendor's blog\"")))
                .containsExactly(UNSOURCED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"primary\"", "\"editorial\"", "null"})
    void who_measured_or_judged_it_is_a_source(String kind) {
        assertThat(issues(set("/sources/0/kind", kind))).isEmpty();
    }

    @Test
    void without_a_day_it_is_undated() {
        assertThat(issues(remove("/claims/0/observedOn"))).containsExactly(UNDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void without_conditions_it_is_unconditioned(String conditions) {
        assertThat(issues(set("/claims/0/conditions", conditions))).containsExactly(UNCONDITIONED);
    }

    @Test
    void what_is_no_longer_used_is_deprecated() {
        assertThat(issues(set("/claims/0/rank", "\"deprecated\""))).containsExactly(DEPRECATED);
    }

    @Test
    void a_claim_may_lack_everything() {
        assertThat(issues(remove("/claims/0/source"), remove("/claims/0/observedOn"), remove("/claims/0/conditions")))
                .containsExactly(UNSOURCED, UNDATED, UNCONDITIONED);
    }

    @Test
    void what_is_lacking_is_said_once_for_each_source() {
        var evidence = evidence(
                "slug: v, source: press",
                "slug: w, source: null",
                "slug: x, source: press",
                "slug: y, source: unknown",
                "slug: z, source: lab");
        assertThat(findings(evidence, Kind.UNSOURCED))
                .extracting(EvidenceFinding::claims)
                .containsExactly(List.of("v", "x"), List.of("w"), List.of("y"));
        assertThat(findings(evidence, Kind.UNSOURCED))
                .extracting(EvidenceFinding::detail)
                .containsExactly(
                        "2 claims of the source press are unsourced: it repeats what others have found, and does not say whom.",
                        "1 claim of no source is unsourced.",
                        "1 claim of the source unknown is unsourced.");
        assertThat(findings(evidence, Kind.UNSOURCED))
                .extracting(EvidenceFinding::settles)
                .doesNotHaveDuplicates()
                .first()
                .asString()
                .contains("`origin`");
        assertThat(findings(evidence, Kind.UNCONDITIONED)).hasSize(4);
        assertThat(findings(evidence, Kind.UNDATED)).isEmpty();
    }

    @Test
    void when_the_source_was_published_helps_to_date_its_claims() {
        var evidence = evidence("slug: x, source: press, observedOn: null");
        assertThat(findings(evidence, Kind.UNDATED).getFirst().settles()).contains("published on 2026-02-03");
    }

    @ParameterizedTest
    @CsvSource({"UNSOURCED, MEDIUM", "UNDATED, MEDIUM", "UNCONDITIONED, LOW"})
    void how_much_it_matters(Kind kind, Severity severity) {
        var evidence = evidence("slug: x, source: null, observedOn: null");
        assertThat(findings(evidence, kind))
                .extracting(EvidenceFinding::severity)
                .containsExactly(severity);
        assertThat(findings(evidence, kind).getFirst().figures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_is_found_by_its_slug(ClaimIssue issue) {
        assertThat(ClaimIssue.named(issue.slug())).contains(issue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UNDATED", "rotten", "undated ", "conditions_differ"})
    void other_words_name_no_issue(String slug) {
        assertThat(ClaimIssue.named(slug)).isEmpty();
    }

    private static Set<ClaimIssue> issues(Edit... edits) {
        var comparison = comparison(edits);
        return Evidence.timeless(comparison, EvidenceSettings.DEFAULT)
                .issues(comparison.claims().getFirst().slug());
    }
}
