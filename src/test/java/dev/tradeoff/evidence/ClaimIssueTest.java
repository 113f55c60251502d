package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.ClaimIssue.UNCONDITIONED;
import static dev.tradeoff.evidence.ClaimIssue.UNDATED;
import static dev.tradeoff.evidence.ClaimIssue.UNSOURCED;
import static dev.tradeoff.knowledge.Examples.comparison;
import static dev.tradeoff.knowledge.Examples.remove;
import static dev.tradeoff.knowledge.Examples.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.knowledge.Examples.Edit;
import dev.tradeoff.knowledge.Source;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example's first claim is dated, conditioned and from a primary source. */
class ClaimIssueTest {

    @Test
    void a_claim_with_source_date_and_conditions_has_none() {
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
    @ValueSource(strings = {"\"primary\"", "\"editorial\""})
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
    void a_claim_may_lack_everything() {
        assertThat(issues(remove("/claims/0/source"), remove("/claims/0/observedOn"), remove("/claims/0/conditions")))
                .containsExactly(UNSOURCED, UNDATED, UNCONDITIONED);
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_is_found_by_its_slug(ClaimIssue issue) {
        assertThat(ClaimIssue.named(issue.slug())).contains(issue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UNDATED", "stale", "undated "})
    void other_words_name_no_issue(String slug) {
        assertThat(ClaimIssue.named(slug)).isEmpty();
    }

    private static Set<ClaimIssue> issues(Edit... edits) {
        var comparison = comparison(edits);
        var sources = comparison.sources().stream().collect(Collectors.toMap(Source::slug, Function.identity()));
        return ClaimIssue.of(comparison.claims().getFirst(), sources);
    }
}
