package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.as;
import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static dev.tradeoff.editing.Drafting.path;
import static dev.tradeoff.editing.Drafting.published;
import static dev.tradeoff.editing.Drafting.rescore;
import static dev.tradeoff.editing.Drafting.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Knowledge that comes in as a document: all of it, or nothing. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ImportTest {

    private static final String IMPORT = "/api/v1/import";
    private static final List<String> TABLES = List.of(
            "technology",
            "technology_alias",
            "comparison",
            "draft_member",
            "revision",
            "revision_technology",
            "audit_entry");

    @Inject
    DataSource database;

    @Test
    void a_comparison_is_added_changed_and_left_as_it_is() {
        var slug = fresh("import");
        sent(comparison(slug, 3))
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("comparisons", hasSize(1))
                .body("comparisons[0].slug", equalTo(slug))
                .body("comparisons[0].outcome", equalTo("added"))
                .body("comparisons[0].revision", equalTo(1))
                .body("comparisons[0].changes", empty());
        get(path(slug) + "/revisions").then().body("items.message", contains("Imported"));
        sent(IMPORT + "?message=Corrected", comparison(slug, 4))
                .then()
                .statusCode(200)
                .body("comparisons[0].outcome", equalTo("changed"))
                .body("comparisons[0].revision", equalTo(2))
                .body("comparisons[0].changeCount", equalTo(1))
                .body("comparisons[0].changes[0].text", equalTo("Factor speed: score of a changed from 3 to 4"));
        get(path(slug) + "/revisions").then().body("items[0].message", equalTo("Corrected"));
        sent(comparison(slug, 4))
                .then()
                .statusCode(200)
                .body("comparisons[0].outcome", equalTo("unchanged"))
                .body("comparisons[0].revision", equalTo(2));
        get(path(slug)).then().body("revision", equalTo(2));
    }

    @Test
    void what_a_comparison_is_read_as_is_taken_back() {
        var slug = published("back");
        sent(get(path(slug)).asString()).then().statusCode(200).body("comparisons[0].outcome", equalTo("unchanged"));
        sent(get(path(slug) + "/revisions/1").asString())
                .then()
                .statusCode(200)
                .body("comparisons[0].outcome", equalTo("unchanged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/yaml", "application/x-yaml", "application/yaml; charset=utf-8"})
    void yaml_is_read_as_well(String type) {
        var slug = fresh("yaml");
        sent(type, IMPORT, ("""
                technologies:
                - {slug: %1$s-thing, name: A thing, kind: library}
                comparisons:
                - slug: %1$s
                  title: A or B   # as people write it
                  question: Which?
                  summary: |
                    Two of them.
                  options:
                  - {slug: a, technology: %1$s-thing, name: A}
                  - {slug: b, technology: vue, name: B}
                  topics: [{slug: t, name: T}]
                  factors:
                  - slug: speed
                    name: Speed
                    topic: t
                    question: How fast?
                    weight: 1
                    scale: {"1": slow, "3": fair, "5": fast}
                    assessments:
                    - {option: a, verdict: Good, score: 4.5, confidence: low, rationale: Made up}
                    - {option: b, verdict: None, scoreState: unknown, confidence: low, rationale: Made up}
                """).formatted(slug).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("technologies.added", contains(slug + "-thing"))
                .body("comparisons[0].outcome", equalTo("added"));
        get(path(slug)).then().statusCode(200).body("summary", equalTo("Two of them.\n"));
    }

    @Test
    void a_dry_run_says_exactly_what_would_be_and_changes_nothing() throws SQLException {
        var changed = published("dry");
        var added = fresh("dry");
        var document = "{\"technologies\": [{\"slug\": \"" + added + "\", \"name\": \"New\", \"kind\": \"library\"}, "
                + "{\"slug\": \"vue\", \"name\": \"Vue 4\", \"kind\": \"framework\", \"partOf\": \"javascript\"}], \"comparisons\": ["
                + comparison(added, 3) + "," + comparison(changed, 5) + "]}";
        as("publisher").get("/api/v1/export"); // whatever the first use of a token writes is written
        var before = state();
        var told = sent(IMPORT + "?dryRun=true", document)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .extract();
        assertThat(state()).isEqualTo(before);
        get(path(added)).then().statusCode(404);
        Map<String, Object> dry = told.jsonPath().getMap("");
        Map<String, Object> done =
                sent(document).then().statusCode(200).extract().jsonPath().getMap("");
        assertThat(done).containsEntry("dryRun", false);
        assertThat(done.get("technologies")).isEqualTo(dry.get("technologies"));
        assertThat(done.get("comparisons")).isEqualTo(dry.get("comparisons"));
        get(path(added)).then().statusCode(200);
    }

    @Test
    void one_bad_comparison_keeps_all_from_being_imported_and_all_mistakes_are_told() throws SQLException {
        var good = fresh("good");
        var other = fresh("good");
        var before = state();
        sent("{\"comparisons\": [" + comparison(good, 3) + "," + comparison(fresh("bad"), 9) + ","
                        + comparison(other, 3)
                        + "," + comparison(fresh("bad"), 3).replace("\"react\"", "\"no-such\"") + ","
                        + comparison(good, 3)
                        + "]}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/broken-rules"))
                .body(
                        "errors.pointer",
                        contains(
                                "/comparisons/1/factors/0/assessments/0/score",
                                "/comparisons/3/options/0/technology",
                                "/comparisons/4/slug"));
        assertThat(withoutAudit(state())).isEqualTo(withoutAudit(before));
        get(path(good)).then().statusCode(404);
    }

    @Test
    void technologies_are_checked_together_with_those_that_there_are() {
        var name = fresh("tech");
        sent("{\"technologies\": [{\"slug\": \"" + name
                        + "\", \"name\": \"X\", \"kind\": \"library\", \"aliases\": [\"node\"]}," + "{\"slug\": \""
                        + name + "-2\", \"name\": \"X\", \"kind\": \"library\", \"partOf\": \"nowhere\"}]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/technologies/0/aliases/0", "/technologies/1/partOf"))
                .body("errors[0].detail", containsString("nodejs"));
    }

    @Test
    void nobodys_unpublished_work_is_overwritten() {
        var edited = published("edited");
        rescore(edited, 5);
        var begun = Drafting.drafted("begun");
        var archived = published("archived");
        as("admin")
                .header("If-Match", get(path(archived)).header("ETag"))
                .delete(path(archived))
                .then()
                .statusCode(204);
        var document = "{\"comparisons\": [" + comparison(edited, 2) + "," + comparison(fresh("fine"), 2) + ","
                + comparison(begun, 2) + "," + comparison(archived, 2) + "]}";
        for (var query : List.of("", "?dryRun=true")) {
            sent(IMPORT + query, document)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/in-the-way"))
                    .body("errors.pointer", contains("/comparisons/0", "/comparisons/2", "/comparisons/3"))
                    .body("detail", containsString(edited))
                    .body("detail", containsString(begun));
        }
        editor().get(draft(edited)).then().body("factors[0].assessments[0].score", equalTo(5));
        // what the draft says already is nobody's loss
        sent(comparison(edited, 5)).then().statusCode(200).body("comparisons[0].outcome", equalTo("changed"));
        sent(comparison(begun, 3)).then().statusCode(200).body("comparisons[0].outcome", equalTo("added"));
    }

    @Test
    void a_history_comes_along_only_where_the_comparison_is_new() {
        var slug = fresh("past");
        var document = withHistory(slug);
        sent(IMPORT + "?dryRun=true", document).then().statusCode(200).body("comparisons[0].revision", equalTo(2));
        sent(document)
                .then()
                .statusCode(200)
                .body("comparisons[0].outcome", equalTo("added"))
                .body("comparisons[0].revision", equalTo(2));
        get(path(slug) + "/revisions")
                .then()
                .body("items.message", contains("Second", "First"))
                .body("items.publishedBy", contains("bea", "ann"))
                .body("items.publishedAt", contains("2026-02-01T00:00:00.123456Z", "2026-01-01T00:00:00Z"));
        get(path(slug) + "?revision=1").then().body("factors[0].assessments[0].score", equalTo(2));
        sent(document).then().statusCode(200).body("comparisons[0].outcome", equalTo("unchanged"));
    }

    @Test
    void a_history_must_be_one() {
        var slug = fresh("past");
        var document = withHistory(slug)
                .replace("\"revision\": 1", "\"revision\": 2")
                .replace("2026-02-01", "2025-02-01")
                .replace("\"message\": \"First\"", "\"message\": \" \"");
        sent(document)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/revisions/0/revision", "/revisions/0/message", "/revisions/1/publishedAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "-0001-12-31T23:59:59Z",
                "-999999-01-01T00:00:00Z"
            })
    void a_time_that_is_to_come_or_that_nobody_keeps_is_refused(String time) {
        for (var query : List.of("", "?dryRun=true")) {
            sent(IMPORT + query, withHistory(fresh("past")).replace("2026-02-01T00:00:00.1234567Z", time))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/revisions/1/publishedAt"));
        }
    }

    private static String withHistory(String slug) {
        return comparison(slug, 3)
                .replaceFirst(
                        "\\{",
                        "{\"revisions\": ["
                                + comparison(slug, 2)
                                        .replaceFirst(
                                                "\\{",
                                                "{\"revision\": 1, \"publishedAt\": \"2026-01-01T00:00:00Z\", \"publishedBy\": \"ann\", \"message\": \"First\",")
                                + ","
                                + comparison(slug, 3)
                                        .replaceFirst(
                                                "\\{",
                                                "{\"revision\": 2, \"publishedAt\": \"2026-02-01T00:00:00.1234567Z\", \"publishedBy\": \"bea\", \"message\": \"Second\",")
                                + "],");
    }

    @Test
    void an_import_is_audited_and_repeated_safely() throws SQLException {
        var slug = fresh("retry");
        var key = UUID.randomUUID().toString();
        var first = as("publisher")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(comparison(slug, 3))
                .post(IMPORT);
        var second = as("publisher")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(comparison(slug, 3))
                .post(IMPORT);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString()).contains("\"added\"");
        as("publisher")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(comparison(slug, 4))
                .post(IMPORT)
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"slug\": \"a\"",
                "{\"slug\": \"a\"} trailing",
                "{\"slug\": \"a\", \"slug\": \"b\"}",
                "{\"slug\": \"a\", \"unknown\": 1}",
                "{\"slug\": \"a\", \"title\": \"\\u0000\"}",
                "{\"slug\": \"a\", \"title\": \"\\ud800\"}",
                "{\"comparisons\": [null]}",
                "{\"comparisons\": {}}"
            })
    void what_cannot_be_read_is_refused_in_words_of_the_document(String body) {
        var answer = sent(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).doesNotContain("Exception", "jackson", "dev.tradeoff");
    }

    @Test
    void hostile_bodies_are_refused() throws IOException {
        assertThat(sent("{\"tags\": " + "[".repeat(200_000)).statusCode()).isEqualTo(400);
        assertThat(sent("application/yaml", IMPORT, ("tags: " + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sent("application/yaml", IMPORT, "a: &a [x]\nb: [*a, *a]".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sent("application/json", IMPORT, new byte[] {'{', '"', (byte) 0xff, '"', '}'})
                        .statusCode())
                .isEqualTo(400);
        sent("text/csv", IMPORT, "a,b".getBytes(StandardCharsets.UTF_8)).then().statusCode(415);
        sent("application/x-ndjson", IMPORT, "{}".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415);
        var zeros = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zeros)) {
            for (int i = 0; i < 80; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        raw("application/json")
                .header("Content-Encoding", "gzip")
                .body(zeros.toByteArray())
                .post(IMPORT)
                .then()
                .statusCode(413);
        raw("application/json")
                .header("Content-Encoding", "gzip")
                .body("no gzip".getBytes(StandardCharsets.UTF_8))
                .post(IMPORT)
                .then()
                .statusCode(400);
        raw("application/json")
                .header("Content-Encoding", "br")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post(IMPORT)
                .then()
                .statusCode(415);
    }

    @Test
    void a_gzipped_body_is_read() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(comparison(fresh("gzip"), 3).getBytes(StandardCharsets.UTF_8));
        }
        raw("application/json")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post(IMPORT)
                .then()
                .statusCode(200);
    }

    @Test
    void only_publishers_import() {
        request().contentType("application/json").body("{}").post(IMPORT).then().statusCode(401);
        editor().body("{}").post(IMPORT).then().statusCode(403);
        sent(IMPORT + "?dryRun=maybe", "{}").then().statusCode(400).body("parameter", equalTo("dryRun"));
        sent(IMPORT + "?dryrun=true", "{}").then().statusCode(400);
    }

    @Test
    void where_a_mistake_is_stands_in_the_answer() {
        sent(
                        "application/yaml",
                        IMPORT,
                        "slug: a\ntitle: A\nfactors:\n- slug: f\n  weight: heavy\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/factors/0/weight"))
                .body("detail", containsString("line 5"));
    }

    private static String comparison(String slug, int score) {
        return whole(score).replaceFirst("\\{", "{\"slug\": \"" + slug + "\",");
    }

    private static Response sent(String json) {
        return sent(IMPORT, json);
    }

    private static Response sent(String address, String json) {
        return sent("application/json", address, json.getBytes(StandardCharsets.UTF_8));
    }

    private static Response sent(String type, String address, byte[] body) {
        return raw(type).body(body).post(address);
    }

    private static io.restassured.specification.RequestSpecification raw(String type) {
        return as("publisher")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/yaml", io.restassured.http.ContentType.BINARY)))
                .header("Content-Type", type);
    }

    private int audited(String target) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from audit_entry where action = 'importKnowledge' and actor = 'publisher' and target = ?")) {
            statement.setString(1, target);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** What stands in the database, table by table. */
    private Map<String, String> state() throws SQLException {
        var state = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                try (var rows = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from "
                                + table + " t")) {
                    rows.next();
                    state.put(table, rows.getString(1));
                }
            }
            try (var rows = statement.executeQuery("select last_value from change_sequence")) {
                rows.next();
                state.put("change_sequence", rows.getString(1));
            }
        }
        return state;
    }

    private static Map<String, String> withoutAudit(Map<String, String> state) {
        var rest = new TreeMap<>(state);
        rest.remove("audit_entry");
        rest.remove("change_sequence");
        return rest;
    }
}
