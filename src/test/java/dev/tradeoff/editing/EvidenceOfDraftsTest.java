package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.editing.Drafting.admin;
import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.drafted;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static dev.tradeoff.editing.Drafting.path;
import static dev.tradeoff.editing.Drafting.publish;
import static dev.tradeoff.editing.Drafting.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors are told by the linter, and what comes back of what they have read. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class EvidenceOfDraftsTest {

    private static final String CLAIM = """
            {"option": "a", "subject": "react", "metric": "latency", "value": %s, "unit": "ms", "statement": "It takes a while.",
             "conditions": null, "source": "lab", "observedOn": "%s"}
            """;

    // ---- Problems of a draft

    @Test
    void the_linters_findings_stand_behind_the_broken_rules() {
        var slug = drafted("findings");
        claim(slug, "one", "10", "2000-01-01");
        claim(slug, "two", "100", "2000-01-01");
        var problems = problems(slug);
        assertThat(problems.getBoolean("publishable")).isFalse(); // there is no source yet
        assertThat(problems.getList("items.kind", String.class))
                .containsExactly(
                        "rule",
                        "rule",
                        "contradiction",
                        "outlier",
                        "outlier",
                        "unsourced",
                        "stale",
                        "stale",
                        "unconditioned");
        assertThat(problems.getList("items.findAll { it.kind != 'rule' }.severity", String.class))
                .containsOnly("warning");
        assertThat(problems.getString("items[2].detail")).contains("10.0 times apart");
        assertThat(problems.getString("items[2].settles")).contains("`conditions`");
        assertThat(problems.getString("items[2].pointer")).isEqualTo("/claims");
        assertThat(problems.getString("items[4].pointer")).isEqualTo("/claims/1");
        assertThat(problems.getList("items[4].claims")).isEqualTo(List.of("two"));
        assertThat(problems.getInt("page.total")).isEqualTo(9);
    }

    @Test
    void good_news_is_for_information() {
        var slug = drafted("good-news");
        claim(slug, "one", "20", "2026-01-01");
        editor().body(CLAIM.formatted("10", "2026-01-01").replace("\"a\"", "\"b\""))
                .put(draft(slug) + "/claims/two")
                .then()
                .statusCode(201);
        editor().body(CLAIM.formatted("2", "2026-01-01")
                        .replace("latency\"", "relative-latency\", \"comparedTo\": \"b\"")
                        .replace("\"ms\"", "\"1\""))
                .put(draft(slug) + "/claims/three")
                .then()
                .statusCode(201);
        var problems = problems(slug);
        assertThat(problems.getList("items.findAll { it.kind == 'consistent' }.severity", String.class))
                .containsExactly("info");
    }

    @Test
    void findings_keep_nothing_from_being_published() {
        var slug = sourced("publishable");
        claim(slug, "one", "10", "2026-01-01");
        claim(slug, "two", "100", "2026-01-01");
        assertThat(problems(slug).getBoolean("publishable")).isTrue();
        publish(slug, "With a contradiction").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"option\": \"nobody\", \"metric\": \"rps\", \"value\": 1}",
                "{\"value\": 1, \"range\": {\"min\": 2}, \"text\": \"three\", \"unit\": \"\"}",
                "{\"option\": \"a\", \"metric\": \"rps\", \"range\": {}, \"unit\": \"1/s\", \"measurement\": \"\"}",
                "{\"option\": \"a\", \"metric\": \"relative-rps\", \"value\": -100, \"unit\": \"%\", \"comparedTo\": \"a\"}"
            })
    void an_incomplete_claim_fails_nothing(String claim) {
        var slug = drafted("incomplete");
        claim(slug, "whole", "10", "2026-01-01");
        for (var name : List.of("one", "two")) {
            editor().body(claim).put(draft(slug) + "/claims/" + name).then().statusCode(201);
        }
        assertThat(problems(slug).getList("items.kind", String.class))
                .contains("rule", "unsourced", "undated", "unconditioned")
                .doesNotContain("contradiction", "outlier", "consistent");
    }

    // ---- Published, on a day

    @Test
    void what_is_stale_depends_on_the_day_and_not_on_the_revision() {
        var slug = sourced("age");
        claim(slug, "one", "10", "2020-01-01");
        publish(slug, "One claim").then().statusCode(201);
        claim(slug, "two", "10", "2024-01-01");
        publish(slug, "Two claims").then().statusCode(201);
        stale(slug, "asOf=2021-07-01").body("items.claims.flatten()", hasSize(2)); // unconditioned alone
        stale(slug, "asOf=2021-07-02")
                .body("items.find { it.kind == 'stale' }.claims", equalTo(List.of("one")))
                .body("revision", equalTo(2));
        stale(slug, "asOf=2026-01-01").body("items.findAll { it.kind == 'stale' }", hasSize(2));
        stale(slug, "asOf=2026-01-01&revision=1")
                .body("items.findAll { it.kind == 'stale' }", hasSize(1))
                .body("revision", equalTo(1));
    }

    @Test
    void evidence_of_what_was_archived_is_read_by_its_revision() {
        var slug = Drafting.published("archived");
        admin().header("If-Match", get(path(slug)).header("ETag"))
                .delete(path(slug))
                .then()
                .statusCode(204);
        get(path(slug) + "/evidence").then().statusCode(410);
        get(path(slug) + "/evidence?revision=1").then().statusCode(200).body("items", hasSize(0));
    }

    // ---- What was read is sent back

    @Test
    void a_factor_and_a_faq_can_be_sent_back_as_they_were_read() {
        var slug = resting("sent-back");
        for (var member : List.of("/factors/speed", "/faqs/why")) {
            var read = get(path(slug) + member);
            read.then().statusCode(200).body(containsString("\"weakClaims\":[\"weak\"]"));
            var before = editor().get(draft(slug) + member);
            editor().header("If-Match", before.header("ETag"))
                    .body(read.asString())
                    .put(draft(slug) + member)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("weakClaims")));
            assertThat(editor().get(draft(slug) + member).asString()).isEqualTo(before.asString());
        }
        publish(slug, "Nothing is new").then().statusCode(422).body("type", equalTo("/problems/nothing-to-publish"));
    }

    @Test
    void collections_that_were_read_can_be_merged_and_imported() {
        var slug = resting("merged");
        var factors = get(path(slug) + "/factors").asString();
        var items = factors.substring(factors.indexOf('['), factors.lastIndexOf(']') + 1);
        editor().contentType("application/merge-patch+json")
                .header("If-Match", tag(draft(slug)))
                .body("{\"factors\": " + items + "}")
                .patch(draft(slug))
                .then()
                .statusCode(200);
        var whole = get(path(slug)).asString();
        assertThat(whole).contains("weakClaims");
        Drafting.publisher()
                .body(whole)
                .post("/api/v1/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("comparisons.outcome", equalTo(List.of("unchanged")));
    }

    @Test
    void no_other_field_passes_unseen() {
        var slug = drafted("strict");
        editor().body("{\"question\": \"Why?\", \"weakClaim\": []}")
                .put(draft(slug) + "/faqs/why")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/weakClaim"));
    }

    /** Published: a factor and a FAQ that rest on a weak claim and one that is not. */
    private static String resting(String name) {
        var slug = sourced(name);
        claim(slug, "fine", "10", "2026-01-01");
        editor().body(CLAIM.formatted("10", "2026-01-01").replace("\"lab\"", "null"))
                .put(draft(slug) + "/claims/weak")
                .then()
                .statusCode(201);
        editor().header("If-Match", "*")
                .body("""
                        {"name": "Speed", "topic": "performance", "question": "How fast?", "weight": 1,
                         "scale": {"1": "slow", "3": "fair", "5": "fast"},
                         "assessments": [
                           {"option": "a", "verdict": "So so", "score": 3, "confidence": "low", "rationale": "Measured",
                            "claims": ["fine", "weak"]},
                           {"option": "b", "verdict": "So so", "score": 3, "confidence": "low", "rationale": "Measured",
                            "claims": ["fine"]}]}
                        """)
                .put(draft(slug) + "/factors/speed")
                .then()
                .statusCode(200);
        editor().body("{\"question\": \"Why?\", \"answer\": \"Because.\", \"claims\": [\"weak\", \"fine\"]}")
                .put(draft(slug) + "/faqs/why")
                .then()
                .statusCode(201);
        publish(slug, "First").then().statusCode(201);
        get(path(slug) + "/factors/speed")
                .then()
                .body("assessments[1]", not(org.hamcrest.Matchers.hasKey("weakClaims")));
        return slug;
    }

    private static String sourced(String name) {
        var slug = drafted(fresh(name));
        editor().body("{\"kind\": \"primary\", \"title\": \"Laboratory\"}")
                .put(draft(slug) + "/sources/lab")
                .then()
                .statusCode(201);
        return slug;
    }

    private static void claim(String slug, String claim, String value, String observedOn) {
        editor().body(CLAIM.formatted(value, observedOn))
                .put(draft(slug) + "/claims/" + claim)
                .then()
                .statusCode(201);
    }

    private static JsonPath problems(String slug) {
        return editor().get(draft(slug) + "/problems")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static io.restassured.response.ValidatableResponse stale(String slug, String query) {
        return get(path(slug) + "/evidence?" + query).then().statusCode(200);
    }
}
