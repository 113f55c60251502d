package dev.tradeoff.evidence;

import static dev.tradeoff.evidence.Claims.figure;
import static dev.tradeoff.evidence.Claims.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the linter finds in the article that the service began with: all of it, and nothing else. */
class FirstArticleEvidenceTest {

    private static final Comparison ARTICLE = Claims.bundled("nodejs-vs-python-backend");
    private static final Evidence EVIDENCE = Evidence.of(ARTICLE, EvidenceSettings.DEFAULT, LocalDate.of(2026, 11, 25));

    @Test
    void figures_of_one_option_are_several_times_apart() {
        var found = findings(EVIDENCE, Kind.CONTRADICTION);
        assertThat(found)
                .extracting(EvidenceFinding::claims)
                .containsExactly(
                        List.of("express-throughput", "nodejs-faq-throughput"),
                        List.of("fastapi-throughput", "django-throughput"),
                        List.of("fastapi-throughput", "python-faq-throughput"),
                        List.of("django-throughput", "python-faq-throughput"));
        assertThat(found.get(0).detail())
                .isEqualTo(
                        "Two figures of Node.js for requests per second are 4.4 times apart: about 55,200 1/s (express-throughput) and about 12,450 1/s (nodejs-faq-throughput). The first is about express, the second about nodejs.");
        assertThat(found.get(1).detail()).contains("22.3 times apart");
        assertThat(found.get(2).detail()).contains("4.6 times apart", "38,100", "8,200");
        assertThat(found.get(3).detail()).contains("103.7 times apart");
        assertThat(figure(found.get(0), "ratio")).isCloseTo(55_200.0 / 12_450, within(1e-14));
        assertThat(figure(found.get(2), "ratio")).isCloseTo(38_100.0 / 8_200, within(1e-14));
    }

    @Test
    void one_figure_is_far_from_all_others() {
        var found = findings(EVIDENCE, Kind.OUTLIER);
        assertThat(found).extracting(EvidenceFinding::claims).containsExactly(List.of("django-throughput"));
        assertThat(found.getFirst().detail()).contains("850,000", "22 times", "38,100");
        assertThat(figure(found.getFirst(), "ratio")).isCloseTo(850_000.0 / 38_100, within(1e-13));
    }

    @Test
    void the_two_benchmarks_cannot_have_had_the_same_load() {
        var found = findings(EVIDENCE, Kind.CONDITIONS_DIFFER);
        assertThat(found)
                .extracting(EvidenceFinding::claims)
                .containsExactly(List.of(
                        "express-throughput", "express-response-time", "fastapi-throughput", "fastapi-response-time"));
        assertThat(found.getFirst().detail()).contains("248.4", "297.2", "differed by 20 %");
        assertThat(found.getFirst().figures())
                .filteredOn(figure -> figure.name().equals("concurrency"))
                .extracting(figure -> figure.value().toPlainString())
                .containsExactly("248.4", "297.18");
        assertThat(figure(found.getFirst(), "percent")).isCloseTo(19.6376811594203, within(1e-9));
    }

    @Test
    void the_relative_claim_holds_for_two_pairs() {
        var found = findings(EVIDENCE, Kind.CONSISTENT);
        assertThat(found)
                .extracting(EvidenceFinding::claims)
                .containsExactly(
                        List.of("nodejs-relative-throughput", "express-throughput", "fastapi-throughput"),
                        List.of("nodejs-relative-throughput", "nodejs-faq-throughput", "python-faq-throughput"));
        assertThat(found.getFirst().detail()).contains("44.9 %");
        assertThat(found.getLast().detail()).contains("51.8 %");
        assertThat(figure(found.getFirst(), "percent")).isCloseTo(44.8818897637795, within(1e-9));
        assertThat(figure(found.getLast(), "percent")).isCloseTo(51.8292682926829, within(1e-9));
    }

    @Test
    void no_figure_names_its_origin_hardware_version_or_date() {
        var figures = ARTICLE.claims().stream()
                .filter(claim -> claim.value() != null || claim.range() != null)
                .map(Claim::slug)
                .toList();
        assertThat(figures).hasSize(12);
        for (var kind : List.of(Kind.UNSOURCED, Kind.UNDATED)) {
            assertThat(findings(EVIDENCE, kind))
                    .anySatisfy(found -> assertThat(found.claims()).containsAll(figures));
        }
        assertThat(findings(EVIDENCE, Kind.UNCONDITIONED).getFirst().claims())
                .contains("express-throughput", "fastapi-throughput", "django-throughput", "nodejs-faq-throughput");
        assertThat(EVIDENCE.weak(figures)).isEqualTo(figures);
    }

    @Test
    void what_claims_lack_is_said_once_for_each_source() {
        assertThat(findings(EVIDENCE, Kind.UNSOURCED)).hasSize(1);
        assertThat(findings(EVIDENCE, Kind.UNDATED)).hasSize(2);
        assertThat(findings(EVIDENCE, Kind.UNCONDITIONED)).hasSize(2);
        assertThat(findings(EVIDENCE, Kind.STALE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodejs-web-frameworks", "python-web-frameworks"})
    void where_each_option_has_one_figure_nothing_contradicts(String name) {
        var evidence = Evidence.timeless(Claims.bundled(name), EvidenceSettings.DEFAULT);
        assertThat(evidence.findings())
                .extracting(EvidenceFinding::kind)
                .containsOnly(Kind.UNSOURCED, Kind.UNDATED, Kind.UNCONDITIONED);
    }
}
