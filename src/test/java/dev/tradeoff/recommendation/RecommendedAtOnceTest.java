package dev.tradeoff.recommendation;

import static dev.tradeoff.contract.Service.FIRST;
import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered before it reaches its operation is answered as the operation would. */
@QuarkusTest
@TestProfile(FirstContentOnly.class)
@QuarkusTestResource(FreshPostgres.class)
class RecommendedAtOnceTest {

    private static final String ADDRESS = FIRST + "/tailored-recommendation";
    private static final Set<String> OF_EACH_REQUEST = Set.of("X-Request-Id", "Date");

    /** The operation answers who accepts other things as well. */
    private static final String THE_LONG_WAY = "application/json, */*;q=0.5";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"robustness\": false}",
                "{\"weights\": {\"concurrency\": 5.50, \"ecosystem\": 2e0}}",
                "{\"useCases\": [\"real-time-applications\"], \"experience\": {\"nodejs\": \"expert\"}}",
                "{\"priorities\": [\"ecosystem\", \"concurrency\"], \"method\": \"topsis\", \"samples\": 50}",
                "{\"constraints\": [{\"factor\": \"concurrency\", \"minimum\": 5}], \"robustness\": false}",
                "{\"revision\": 1, \"asOf\": \"2026-01-01\"}"
            })
    void a_question_gets_the_same_bytes_and_headers_by_either_way(String body) {
        for (var encoding : List.of("identity", "gzip")) {
            var byOperation = asking(body, THE_LONG_WAY, encoding).post(ADDRESS);
            for (int i = 0; i < 2; i++) {
                var answer = asking(body, "*/*", encoding).post(ADDRESS);
                assertThat(answer.statusCode()).isEqualTo(200).isEqualTo(byOperation.statusCode());
                assertThat(headers(answer)).containsExactlyInAnyOrderElementsOf(headers(byOperation));
                assertThat(answer.asByteArray()).isEqualTo(byOperation.asByteArray());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"weights\": {\"concurrency\": -1}}",
                "{\"weights\": {\"concurrency\": 0}}",
                "{\"weights\": {\"nothing\": 1}}",
                "{\"weights\": {\"concurrency\": 1}, \"weights\": {}}",
                "{\"revision\": 99}",
                "{\"unknown\": 1}",
                "{} {}",
                "{"
            })
    void what_is_refused_is_refused_in_the_same_words(String body) {
        var byOperation = asking(body, THE_LONG_WAY, "identity").post(ADDRESS);
        var answer = asking(body, "*/*", "identity").post(ADDRESS);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400).isEqualTo(byOperation.statusCode());
        assertThat(answer.jsonPath().<Object>get("detail"))
                .isEqualTo(byOperation.jsonPath().<Object>get("detail"));
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void what_is_unusual_about_a_request_is_seen_however_often_it_was_answered() {
        asking("{}", "*/*", "identity").post(ADDRESS).then().statusCode(200);
        asking("{}", "image/png", "identity").post(ADDRESS).then().statusCode(406);
        asking("{}", "*/*", "identity").post(ADDRESS + "?x=1").then().statusCode(400);
        asking("{}", "*/*", "identity")
                .header("If-Match", "unquoted")
                .post(ADDRESS)
                .then()
                .statusCode(400);
        asking("{}", "*/*", "identity")
                .header("Content-Encoding", "br")
                .post(ADDRESS)
                .then()
                .statusCode(415);
        request().contentType("text/plain").body("{}").post(ADDRESS).then().statusCode(415);
        request()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/comparisons/nothing/tailored-recommendation")
                .then()
                .statusCode(404);
    }

    @Test
    void another_origin_may_read_it() {
        for (int i = 0; i < 2; i++) {
            asking("{}", "*/*", "identity")
                    .header("Origin", "https://portal.example.org")
                    .post(ADDRESS)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", equalTo("*"));
        }
    }

    @Test
    void metrics_call_it_by_its_operation() {
        for (int i = 0; i < 2; i++) {
            asking("{\"seed\": 7}", "*/*", "identity").post(ADDRESS).then().statusCode(200);
        }
        assertThat(get("/q/metrics").asString())
                .contains("uri=\"/api/v1/comparisons/{comparison}/tailored-recommendation\"")
                .doesNotContain("uri=\"" + ADDRESS);
    }

    private static RequestSpecification asking(String body, String accept, String encoding) {
        return request()
                .header("Accept", accept)
                .header("Accept-Encoding", encoding)
                .contentType("application/json")
                .body(body);
    }

    private static List<Header> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !OF_EACH_REQUEST.contains(header.getName()))
                .toList();
    }
}
