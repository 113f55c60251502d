package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.FIRST;
import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static dev.tradeoff.published.ConventionsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the linter says of what is published, and where else it is seen. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class EvidenceReadingTest {

    private static final String EVIDENCE = FIRST + "/evidence";

    // ---- The linter's findings

    @Test
    void findings_come_whole_and_most_severe_first() {
        var answer = get(EVIDENCE);
        answer.then()
                .statusCode(200)
                .body("comparison", equalTo("nodejs-vs-python-backend"))
                .body("revision", equalTo(1))
                .body("page.next", nullValue());
        var json = answer.jsonPath();
        assertThat(json.getInt("page.total")).isEqualTo(json.getList("items").size());
        assertThat(json.getList("items.kind", String.class))
                .containsSubsequence("contradiction", "outlier", "conditions-differ", "unsourced", "undated")
                .endsWith("consistent", "consistent");
        assertThat(json.getList("items.severity", String.class))
                .startsWith("high")
                .endsWith("info");
    }

    @Test
    void a_finding_shows_its_arithmetic() {
        var found = get(EVIDENCE).jsonPath().getMap("items[0]");
        assertThat(List.copyOf(found.keySet()))
                .containsExactly("kind", "severity", "claims", "detail", "figures", "settles");
        assertThat(found.get("claims")).isEqualTo(List.of("express-throughput", "nodejs-faq-throughput"));
        assertThat((String) found.get("detail")).contains("4.4 times", "55,200 1/s", "12,450 1/s");
        var figures = get(EVIDENCE).jsonPath().<Map<String, Object>>getList("items[0].figures");
        assertThat(figures.getFirst())
                .isEqualTo(Map.of("name", "value", "value", 55200, "unit", "1/s", "claim", "express-throughput"));
        assertThat(figures.getLast()).containsEntry("name", "ratio").containsEntry("claim", null);
    }

    @Test
    void age_is_counted_up_to_today_unless_another_day_is_named() {
        var before = LocalDate.now(ZoneOffset.UTC);
        var today = LocalDate.parse(get(EVIDENCE).jsonPath().getString("asOf"));
        assertThat(today).isBetween(before, LocalDate.now(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-11-25",
        "1999-12-31, 1999-12-31",
        "9999-12-31, 9999-12-31",
        "2026-11-25T12:00:00Z, 2026-11-25",
        "2026-11-25T23:30:00-02:00, 2026-11-26",
        "2026-11-25T00:30:00%2B01:00, 2026-11-24"
    })
    void a_day_is_that_day_and_a_time_is_its_day(String asOf, String day) {
        get(EVIDENCE + "?asOf=" + asOf)
                .then()
                .statusCode(200)
                .body("asOf", equalTo(day))
                .body("revision", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-45",
                "2026-02-30",
                "20261125",
                "2026-11-25T12:00",
                "2026-11-25Z",
                "%2B12026-01-01",
                "-2026-01-01",
                "9999-12-31T23:59:59-01:00",
                "0000-01-01T00:00:00%2B01:00"
            })
    void anything_else_is_no_day(String asOf) {
        problem(get(EVIDENCE + "?asOf=" + asOf), 400, "invalid-parameter")
                .then()
                .body("parameter", equalTo("asOf"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/comparisons/nothing/evidence, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend/evidence?revision=99, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend/evidence?revision=0, 400, invalid-parameter",
        "/api/v1/comparisons/nodejs-vs-python-backend/evidence?revision=x&asOf=2026-11-25, 400, invalid-parameter",
        "/api/v1/comparisons/nodejs-vs-python-backend/evidence?severity=high, 400, invalid-parameter",
        "/api/v1/comparisons/nothing/evidence?asOf=x, 400, invalid-parameter"
    })
    void what_cannot_be_answered_is_a_problem(String path, int status, String type) {
        problem(get(path), status, type);
    }

    @Test
    void only_a_revision_on_a_day_may_be_kept_for_ever() {
        get(EVIDENCE + "?revision=1&asOf=2026-11-25").then().header("Cache-Control", containsString("immutable"));
        for (var query : List.of("", "?revision=1", "?asOf=2026-11-25")) {
            get(EVIDENCE + query).then().statusCode(200).header("Cache-Control", "public, no-cache");
        }
        get(EVIDENCE + "?revision=1&asOf=2026-11-25").then().header("Cache-Control", containsString("immutable"));
    }

    @Test
    void the_same_revision_and_day_have_the_same_bytes() {
        var latest = get(EVIDENCE + "?asOf=2026-11-25");
        var numbered = get(EVIDENCE + "?revision=1&asOf=2026-11-25T09:00:00Z");
        assertThat(numbered.asByteArray()).isEqualTo(latest.asByteArray());
        assertThat(numbered.header("ETag")).isEqualTo(latest.header("ETag"));
        assertThat(get(EVIDENCE + "?asOf=2026-11-24").header("ETag")).isNotEqualTo(latest.header("ETag"));
    }

    // ---- Claims by what is the matter with them

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contradiction     | express-throughput,fastapi-throughput,django-throughput,nodejs-faq-throughput,python-faq-throughput
                    outlier           | django-throughput
                    conditions-differ | express-throughput,express-response-time,fastapi-throughput,fastapi-response-time
                    deprecated        |
                    """)
    void claims_are_found_by_what_is_the_matter_with_them(String issue, String slugs) {
        var found = get("/api/v1/claims?comparison=nodejs-vs-python-backend&issue=" + issue)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.slug", String.class);
        assertThat(found).containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(","));
    }

    @Test
    void what_is_stale_depends_on_the_day() {
        problem(get("/api/v1/claims?issue=stale"), 400, "invalid-parameter")
                .then()
                .body("parameter", equalTo("issue"))
                .body("detail", containsString("/api/v1/comparisons/{comparison}/evidence"));
    }

    // ---- Weak claims, where they are read

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/v1/comparisons/nodejs-vs-python-backend                         | faqs[0]
                    /api/v1/comparisons/nodejs-vs-python-backend                         | factors[0].assessments[0]
                    /api/v1/comparisons/nodejs-vs-python-backend?revision=1              | factors[0].assessments[1]
                    /api/v1/comparisons/nodejs-vs-python-backend/revisions/1             | faqs[0]
                    /api/v1/comparisons/nodejs-vs-python-backend/factors                 | items[0].assessments[0]
                    /api/v1/comparisons/nodejs-vs-python-backend/factors/concurrency     | assessments[0]
                    /api/v1/comparisons/nodejs-vs-python-backend/faqs                    | items[0]
                    /api/v1/comparisons/nodejs-vs-python-backend/faqs/which-performs-better | $
                    /api/v1/factors?factor=concurrency                                   | items[0].assessments[0]
                    /api/v1/faqs?q=which+performs+better                                 | items[0]
                    /api/v1/technologies/nodejs                                          | assessments[0].assessment
                    /api/v1/technologies/python                                          | faqs[0]
                    """)
    void what_rests_on_weak_claims_names_them(String path, String place) {
        var read = get(path).then().statusCode(200).extract().jsonPath().<String, Object>getMap(place);
        assertThat(read).containsKeys("claims", "weakClaims");
        assertThat(read.get("weakClaims")).isEqualTo(read.get("claims")); // none of the article's has a date
    }

    @Test
    void what_rests_on_nothing_names_nothing() {
        var assessments =
                get(FIRST + "/factors").jsonPath().<Map<String, Object>>getList("items.assessments.flatten()");
        var editorial = assessments.stream()
                .filter(assessment -> ((List<?>) assessment.get("claims")).isEmpty())
                .toList();
        assertThat(editorial).noneMatch(assessment -> assessment.containsKey("weakClaims"));
    }

    @Test
    void exports_drafts_and_the_matrix_name_none() {
        for (var path : List.of("/api/v1/export", "/api/v1/export?history=true", FIRST + "/matrix")) {
            assertThat(get(path).asString()).doesNotContain("weakClaims");
        }
        for (var path : List.of("/draft", "/draft/factors", "/draft/faqs/which-performs-better")) {
            assertThat(Service.as("editor").get(FIRST + path).asString()).doesNotContain("weakClaims");
        }
    }

    @Test
    void other_origins_and_encodings_are_served_as_everywhere() {
        var zipped = request().header("Accept-Encoding", "gzip").get(EVIDENCE);
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("ETag")).endsWith("-gzip\"");
    }
}
