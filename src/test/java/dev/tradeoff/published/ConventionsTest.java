package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.FIRST;
import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP conventions that hold for every operation. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ConventionsTest {

    private static final String PROBLEM = "application/problem+json";

    // ---- Validators, encodings, lifetimes

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIRST,
                FIRST + "/claims",
                FIRST + "/claims/express-throughput",
                FIRST + "/matrix",
                FIRST + "/evidence",
                FIRST + "/revisions",
                "/api/v1/factors",
                "/api/v1/comparisons",
                "/api/v1/technologies/python",
                "/.well-known/api-catalog",
                "/problems/not-found"
            })
    void an_answer_that_is_known_is_not_sent_again(String path) {
        var etag = get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, no-cache")
                .extract()
                .header("ETag");
        assertThat(etag).matches("\"[^\"]+\"");
        request()
                .header("If-None-Match", "\"other\", " + etag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .header("Vary", containsString("Accept-Encoding"))
                .body(blankOrNullString());
        request().header("If-None-Match", "W/" + etag).get(path).then().statusCode(304);
        request().header("If-None-Match", "*").get(path).then().statusCode(304);
        request().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void each_encoding_has_its_own_strong_etag_and_the_same_content() throws IOException {
        var plain = get(FIRST);
        var zipped = request().header("Accept-Encoding", "br, gzip;q=0.8").get(FIRST);
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag")).doesNotStartWith("W/");
        assertThat(zipped.asByteArray().length).isLessThan(plain.asByteArray().length / 3);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.asByteArray()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.asByteArray());
        }
        request()
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", plain.header("ETag"))
                .get(FIRST)
                .then()
                .statusCode(200);
        request()
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", zipped.header("ETag"))
                .get(FIRST)
                .then()
                .statusCode(304);
    }

    @Test
    void gzip_that_is_declined_is_not_sent() {
        assertThat(request().header("Accept-Encoding", "gzip;q=0").get(FIRST).header("Content-Encoding"))
                .isNull();
        assertThat(request().header("Accept-Encoding", "identity").get(FIRST).header("Content-Encoding"))
                .isNull();
    }

    @Test
    void each_media_type_has_its_own_etag() {
        var json = get(FIRST + "/matrix");
        var csv = request().header("Accept", "text/csv").get(FIRST + "/matrix");
        assertThat(json.contentType()).startsWith("application/json");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("ETag")).isNotEqualTo(json.header("ETag"));
        assertThat(csv.header("Vary")).isEqualTo("Accept, Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text/csv                                | text/csv
                    text/csv, application/json              | application/json
                    text/csv;q=0.5, application/json;q=0.5  | application/json
                    text/csv, application/json;q=0.9        | text/csv
                    text/csv, */*                           | text/csv
                    application/*, text/csv                 | text/csv
                    text/csv;q=0.3, */*;q=0.9               | application/json
                    text/csv;q=0, */*                       | application/json
                    application/json;q=0, */*;q=0.1         | text/csv
                    text/html, */*;q=0.1                    | application/json
                    """)
    void an_answer_is_of_the_media_type_that_it_says(String accept, String chosen) {
        var answer = request().header("Accept", accept).get(FIRST + "/matrix");
        assertThat(answer.contentType()).isEqualTo(chosen + ";charset=UTF-8");
        assertThat(answer.asString()).startsWith(chosen.equals("text/csv") ? "option," : "{");
        assertThat(request().header("Accept", accept).head(FIRST + "/matrix").contentType())
                .isEqualTo(answer.contentType());
    }

    @Test
    void a_preference_is_not_said_back() {
        var answer = request().header("Accept", "application/json;q=0.5").get(FIRST);
        assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {FIRST, FIRST + "/matrix", FIRST + "/evidence", "/api/v1/faqs", "/api/v1/technologies/nodejs"})
    void head_has_the_headers_of_get_and_no_body(String path) {
        for (var encoding : new String[] {"identity", "gzip"}) {
            var got = request().header("Accept-Encoding", encoding).get(path);
            var head = request().header("Accept-Encoding", encoding).head(path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.asByteArray()).isEmpty();
            for (var header : new String[] {
                "ETag", "Content-Length", "Content-Type", "Content-Encoding", "Vary", "Cache-Control", "Link"
            }) {
                assertThat(head.header(header)).as(header).isEqualTo(got.header(header));
            }
        }
        request()
                .header("If-None-Match", get(path).header("ETag"))
                .head(path)
                .then()
                .statusCode(304);
    }

    @Test
    void a_numbered_revision_may_be_kept_for_ever() {
        get(FIRST + "?revision=1").then().header("Cache-Control", containsString("immutable"));
        get(FIRST + "/factors?revision=1").then().header("Cache-Control", containsString("immutable"));
        get(FIRST + "/revisions/1").then().header("Cache-Control", containsString("immutable"));
        get(FIRST + "/revisions/1/changes").then().header("Cache-Control", "public, no-cache");
    }

    // ---- Every answer

    @ParameterizedTest
    @ValueSource(strings = {FIRST, "/api/v1/nothing", "/q/health", "/api/v1/factors?limit=0"})
    void every_answer_says_when_and_for_which_request(String path) {
        var response = get(path);
        var date = ZonedDateTime.parse(response.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(date).isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(5, ChronoUnit.SECONDS));
        assertThat(response.header("X-Request-Id")).matches("[0-9a-f]{16}");
    }

    @Test
    void a_callers_request_id_is_kept_if_it_is_plain() {
        request().header("X-Request-Id", "order-4711.a_b").get(FIRST).then().header("X-Request-Id", "order-4711.a_b");
        request()
                .header("X-Request-Id", "<script>")
                .get(FIRST)
                .then()
                .header("X-Request-Id", matchesRegex("[0-9a-f]{16}"));
    }

    @Test
    void options_names_the_methods_that_an_address_has() {
        request().options(FIRST).then().statusCode(204).header("Allow", "DELETE, GET, HEAD, OPTIONS");
        problem(request().options("/api/v1/nothing"), 404, "unknown-route");
    }

    @Test
    void other_origins_may_read() {
        request()
                .header("Origin", "https://example.org")
                .get(FIRST)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        request()
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .options(FIRST)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*");
        request()
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "PUT")
                .options(FIRST)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "garbage %%", "https://example.org:99999"})
    void an_origin_that_is_none_is_answered_like_any_other(String origin) {
        request().header("Origin", origin).get(FIRST).then().statusCode(200);
        request().header("Origin", origin).get("/api/v1/nothing").then().statusCode(404);
    }

    // ---- Problems

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing, 404, unknown-route",
        "/nothing, 404, unknown-route",
        "/q/nothing, 404, unknown-route",
        "/api/v1/comparisons/nothing, 404, not-found",
        "/api/v1/comparisons/nothing/factors, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend/factors/nothing, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend/nothing, 404, unknown-route",
        "/api/v1/comparisons/nodejs-vs-python-backend?revision=99, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend?asOf=1999-01-01T00:00:00Z, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend/revisions/99, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend/revisions/one, 404, not-found",
        "/api/v1/comparisons/nodejs-vs-python-backend/revisions/1/changes?from=9, 404, not-found",
        "/api/v1/technologies/nothing, 404, not-found",
        "/problems/nothing, 404, not-found"
    })
    void what_does_not_exist_is_a_problem_that_says_so(String path, int status, String type) {
        problem(get(path), status, type);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/factors?limit=x, limit",
        "/api/v1/factors?limit=0, limit",
        "/api/v1/factors?limit=101, limit",
        "/api/v1/factors?limit=-1, limit",
        "/api/v1/factors?limit=1.5, limit",
        "/api/v1/factors?limit=, limit",
        "/api/v1/factors?limit=99999999999999999999, limit",
        "/api/v1/factors?limit=1&limit=2, limit",
        "/api/v1/factors?colour=red, colour",
        "/api/v1/factors?metric=x, metric",
        "/api/v1/claims?issue=nothing, issue",
        "/api/v1/claims?issue=stale, issue",
        "/api/v1/technologies?kind=nothing, kind",
        "/api/v1/comparisons/nodejs-vs-python-backend?q=x, q",
        "/api/v1/comparisons/nodejs-vs-python-backend?revision=0, revision",
        "/api/v1/comparisons/nodejs-vs-python-backend?revision=x, revision",
        "/api/v1/comparisons/nodejs-vs-python-backend?asOf=yesterday, asOf",
        "/api/v1/comparisons/nodejs-vs-python-backend?asOf=2026-13-45T00:00:00Z, asOf",
        "/api/v1/comparisons/nodejs-vs-python-backend?asOf=2026-11-22T12:00:00Z&revision=1, asOf",
        "/api/v1/comparisons/nodejs-vs-python-backend?asOf=%2B999999999-01-01T00:00:00Z, asOf",
        "/api/v1/comparisons/nodejs-vs-python-backend?asOf=%2B294277-01-01T00:00:00Z, asOf",
        "/api/v1/comparisons/nodejs-vs-python-backend?asOf=-999999999-01-01T00:00:00Z, asOf",
        "/api/v1/comparisons/nodejs-vs-python-backend/matrix?transpose=yes, transpose",
        "/api/v1/comparisons/nodejs-vs-python-backend/revisions/1/changes?from=-1, from",
        "/problems?limit=1, limit"
    })
    void a_wrong_query_parameter_is_named(String path, String parameter) {
        problem(get(path), 400, "invalid-parameter").then().body("parameter", equalTo(parameter));
    }

    @Test
    void a_wrong_parameter_is_said_before_what_is_missing() {
        problem(get("/api/v1/comparisons/nothing?colour=red"), 400, "invalid-parameter");
        problem(get("/api/v1/comparisons/nothing?revision=x"), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"})
    void a_method_that_an_address_does_not_have_is_refused_with_those_that_it_has(String method) {
        problem(request().request(method, FIRST + "/matrix"), 405, "method-not-allowed")
                .then()
                .header("Allow", "GET, HEAD, OPTIONS");
        problem(request().request(method, "/api/v1/nothing"), 404, "unknown-route");
    }

    @Test
    void a_media_type_that_is_not_offered_is_refused() {
        problem(request().header("Accept", "text/html").get(FIRST), 406, "not-acceptable");
        problem(request().header("Accept", "image/png").get(FIRST + "/matrix"), 406, "not-acceptable");
        problem(request().header("Accept", "text/csv;q=0").get(FIRST + "/matrix"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"", "\"a\" \"b\"", "W/", "\"a\", *", "w/\"a\""})
    void a_malformed_entity_tag_is_refused(String tags) {
        problem(request().header("If-None-Match", tags).get(FIRST), 400, "invalid-header")
                .then()
                .body("header", equalTo("If-None-Match"));
    }

    @Test
    void each_type_of_problem_leads_to_its_explanation() {
        for (var type : get("/problems").jsonPath().getList("items.type", String.class)) {
            get(type).then().statusCode(200).body("type", equalTo(type)).body("explanation", not(blankOrNullString()));
            request()
                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .get(type)
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .body(containsString("<h1>"));
        }
    }

    @Test
    void machines_find_the_description() {
        var catalog = get("/.well-known/api-catalog");
        assertThat(catalog.contentType()).startsWith("application/linkset+json").contains("rfc9727");
        for (String address : catalog.jsonPath().getList("linkset[0].'service-desc'.href", String.class)) {
            get(address).then().statusCode(200).body(containsString("3.1.0"));
        }
        get(catalog.jsonPath().getString("linkset[0].status[0].href")).then().statusCode(200);
    }

    @Test
    void the_front_door_leads_to_swagger_ui_too() {
        var page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("swagger-ui");
    }

    @Test
    void the_front_door_is_for_readers() {
        problem(request().post("/"), 405, "method-not-allowed");
    }

    @Test
    void what_clients_make_up_is_no_name_of_a_metric() {
        for (int i = 0; i < 3; i++) {
            get("/made-up-" + i + "a".repeat(17_000)).then().statusCode(414);
            request().options("/api/v1/comparisons/made-up-" + i).then().statusCode(204);
            request().put("/api/v1/comparisons/made-up-" + i).then().statusCode(405);
        }
        get("/q/metrics").then().body(not(containsString("made-up")));
    }

    @Test
    void health_says_that_it_lives_is_ready_and_has_started() {
        for (var probe : new String[] {"live", "ready", "started"}) {
            get("/q/health/" + probe).then().statusCode(200).body("status", equalTo("UP"));
        }
        get("/q/health/ready").then().body("checks.name", hasItems("knowledge", "database"));
        get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests_seconds"));
    }

    static Response problem(Response response, int status, String type) {
        response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status))
                .body("title", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()))
                .body("instance", not(blankOrNullString()));
        return response;
    }
}
