package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.ClaimIssue.OUTLIER;
import static dev.tradeoff.evidence.Claims.evidence;
import static dev.tradeoff.evidence.Claims.figure;
import static dev.tradeoff.evidence.Claims.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.evidence.EvidenceFinding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures far away from all others of their option and metric. */
class OutlierTest {

    @Test
    void it_is_alone_and_its_nearest_figure_is_shown() {
        var evidence = evidence("slug: x, value: 1", "slug: y, value: 4", "slug: z, value: 90");
        var found = findings(evidence, Kind.OUTLIER);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().severity()).isEqualTo(Severity.HIGH);
        assertThat(found.getFirst().claims()).containsExactly("z");
        assertThat(found.getFirst().detail())
                .isEqualTo(
                        "The figure of 90 ms (z) is 23 times away from the nearest other one of Option A for latency, 4 ms (y).");
        assertThat(found.getFirst().figures()).extracting(Figure::claim).containsExactly("z", "y", null);
        assertThat(figure(found.getFirst(), "ratio")).isEqualTo(22.5);
        assertThat(evidence.issues("z")).contains(OUTLIER);
        assertThat(evidence.issues("y")).doesNotContain(OUTLIER);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "9.99, false", "0.1, true", "0.101, false"})
    void ten_times_is_far_in_either_direction(String value, boolean isFar) {
        var found = findings(
                evidence("slug: x, value: 1", "slug: y, value: 1.0", "slug: z, value: " + value), Kind.OUTLIER);
        assertThat(found).hasSize(isFar ? 1 : 0);
    }

    @Test
    void of_two_figures_nobody_can_tell_which() {
        var found = findings(evidence("slug: x, value: 1", "slug: y, value: 10"), Kind.OUTLIER);
        assertThat(found).extracting(EvidenceFinding::claims).containsExactly(List.of("x"), List.of("y"));
        assertThat(found).allMatch(each -> each.settles().startsWith("Find a third figure"));
    }

    @Test
    void one_figure_is_no_outlier() {
        assertThat(findings(evidence("slug: x, value: 1", "slug: y, value: 100, option: b"), Kind.OUTLIER))
                .isEmpty();
    }

    @Test
    void only_figures_that_may_be_compared_are_near_or_far() {
        assertThat(findings(
                        evidence("slug: x, value: 1, conditions: Cold", "slug: y, value: 100, conditions: Warm"),
                        Kind.OUTLIER))
                .isEmpty();
        assertThat(findings(
                        evidence("slug: x, value: 1", "slug: y, value: 1", "slug: z, value: 100, rank: deprecated"),
                        Kind.OUTLIER))
                .isEmpty();
        assertThat(findings(
                        evidence(
                                "slug: x, value: 1, conditions: Cold",
                                "slug: y, value: 90, conditions: Warm",
                                "slug: z, value: 100, conditions: Cold"),
                        Kind.OUTLIER))
                .extracting(EvidenceFinding::claims)
                .containsExactly(List.of("x"), List.of("z"));
    }

    @Test
    void zero_is_no_neighbour() {
        assertThat(findings(evidence("slug: x, value: 0", "slug: y, value: 5"), Kind.OUTLIER))
                .isEmpty();
        assertThat(findings(evidence("slug: x, value: 0", "slug: y, value: 5", "slug: z, value: 6"), Kind.OUTLIER))
                .isEmpty();
    }

    @Test
    void a_range_is_as_near_as_its_nearest_end() {
        assertThat(findings(evidence("slug: x, range: {min: 1, max: 50}", "slug: y, value: 100"), Kind.OUTLIER))
                .isEmpty();
        assertThat(findings(evidence("slug: x, range: {min: 1}", "slug: y, value: 100"), Kind.OUTLIER))
                .isEmpty();
    }
}
