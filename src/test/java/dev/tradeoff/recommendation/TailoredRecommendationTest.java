package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recommendations over HTTP: by POST, and again by the link that every answer carries. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class TailoredRecommendationTest {

    private static final String ADDRESS = Service.FIRST + "/tailored-recommendation";

    private static ValidatableResponse post(String requirements) {
        return Service.request()
                .contentType("application/json")
                .body(requirements)
                .post(ADDRESS)
                .then();
    }

    private static ValidatableResponse get(String query) {
        return Service.get(ADDRESS + query).then();
    }

    @Test
    void requirements_are_answered() {
        post("""
                {"useCases": ["real-time-applications"], "experience": {"nodejs": "expert"}}""")
                .statusCode(200)
                .contentType("application/json")
                .body("comparison", equalTo("nodejs-vs-python-backend"))
                .body("winner", equalTo("nodejs"))
                .body("method.name", equalTo("weighted-sum"))
                .body("method.normalisation", equalTo("scale"))
                .body("ranking.option", contains("nodejs", "python"))
                .body("ranking[0].contributions[0].claims", hasItem("express-throughput"))
                .body("robustness.stability", hasSize(13))
                .body("robustness.exact", equalTo(true))
                .body("robustness.agreement.method", hasSize(5))
                .body("requirements.samples", equalTo(10000))
                .body("engine", equalTo("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"useCases\": [\"startup-mvp\", \"data-heavy-applications\"], \"method\": \"vikor\"}",
                "{\"weights\": {\"concurrency\": 5, \"learning-curve\": 1}, \"experience\": {\"python\": \"expert\", \"nodejs\": \"none\"}}",
                "{\"constraints\": [{\"factor\": \"ecosystem\", \"minimum\": 3}], \"seed\": 42, \"method\": \"topsis\"}",
                "{\"priorities\": [\"concurrency\", \"ecosystem\", \"learning-curve\"], \"method\": \"promethee-ii\"}",
                "{\"pairwise\": [{\"factor\": \"concurrency\", \"over\": \"learning-curve\", \"by\": 5}], \"method\": \"weighted-product\"}",
            })
    void the_link_gives_the_same_bytes(String requirements) {
        var answer = post(requirements).statusCode(200).extract();
        var again = Service.get(answer.path("link"));
        assertThat(again.asByteArray()).isEqualTo(answer.asByteArray());
        assertThat(again.header("Cache-Control")).contains("immutable");
    }

    @Test
    void a_link_can_be_written_by_hand() {
        get("?useCase=startup-mvp,saas-products&experience[nodejs]=expert&minimum[ecosystem]=3&seed=3")
                .statusCode(200)
                .header("Cache-Control", equalTo("public, no-cache"))
                .body("requirements.useCases", contains("startup-mvp", "saas-products"))
                .body("requirements.constraints[0].minimum", equalTo(3))
                .body("requirements.experience.nodejs", equalTo("expert"))
                .body("requirements.seed", equalTo(3));
        get("?weight[concurrency]=5&weight%5Blearning-curve%5D=1")
                .statusCode(200)
                .body("weights.concurrency", equalTo(5 / 6f));
        get("?useCase=startup-mvp&useCase=saas-products").statusCode(200);
        get("").statusCode(200).body("verdict", equalTo("too-close"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"useCases\": [\"startup-mvp\", \"data-heavy-applications\"], \"experience\": {\"python\": \"some\"}}",
                "{\"weights\": {\"concurrency\": 5}, \"constraints\": [{\"factor\": \"ecosystem\", \"minimum\": 4.6}]}",
                "{\"priorities\": [\"ecosystem\"], \"method\": \"vikor\"}",
            })
    void the_ranking_alone_is_that_of_the_whole_answer(String requirements) {
        var whole = post(requirements).statusCode(200).extract();
        var alone = post(requirements.equals("{}")
                        ? "{\"robustness\": false}"
                        : requirements.replaceFirst("\\{", "{\"robustness\": false, "))
                .statusCode(200)
                .body("requirements.robustness", equalTo(false))
                .body("link", containsString("robustness=false"))
                .body("robustness", nullValue())
                .body("evidence", nullValue())
                .body("verdict", nullValue())
                .body("combination", nullValue())
                .body("verdictReasons", hasSize(0))
                .body("whyNot", hasSize(0))
                .body("explanation", hasSize(0))
                .extract();
        for (var same : List.of(
                "ranking", "weights", "weighting", "winner", "margin", "excluded", "leftOut", "warnings", "method")) {
            assertThat(alone.<Object>path(same)).as(same).isEqualTo(whole.path(same));
        }
        assertThat(Service.get(alone.path("link")).asByteArray()).isEqualTo(alone.asByteArray());
    }

    @Test
    void that_everything_is_wanted_need_not_be_said() {
        var whole = post("{}").extract().asString();
        assertThat(post("{\"robustness\": true}").extract().asString()).isEqualTo(whole);
        assertThat(get("?robustness=true").extract().asString()).isEqualTo(whole);
        get("?robustness=perhaps").statusCode(400).body("parameter", equalTo("robustness"));
        post("{\"robustness\": \"no\"}").statusCode(400).body("errors[0].pointer", equalTo("/robustness"));
    }

    @Test
    void an_answer_is_not_sent_twice_to_who_has_it() {
        var first = Service.get(ADDRESS + "?asOf=2026-11-22");
        assertThat(first.header("ETag")).isNotBlank();
        Service.request()
                .header("If-None-Match", first.header("ETag"))
                .get(ADDRESS + "?asOf=2026-11-22")
                .then()
                .statusCode(304);
        Service.request().head(ADDRESS + "?asOf=2026-11-22").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "?weigth[concurrency]=5, weigth[concurrency]",
        "?weight[concurrency]=much, weight[concurrency]",
        "?weight=5, weight",
        "?experience[nodejs]=guru, experience[nodejs]",
        "?samples=0, samples",
        "?samples=5&samples=6, samples",
        "?weight[concurrency]=1&weight[concurrency]=2, weight[concurrency]",
        "?asOf=tomorrow, asOf",
        "?method=, method",
        "'?useCase=saas-products,', useCase",
    })
    void a_wrong_parameter_is_named(String query, String parameter) {
        get(query).statusCode(400).contentType("application/problem+json").body("parameter", equalTo(parameter));
    }

    @Test
    void a_body_that_cannot_be_read_says_where() {
        post("{\"weight\": {\"concurrency\": 5}}").statusCode(400).body("errors[0].pointer", equalTo("/weight"));
        post("{\"weights\": {\"concurrency\": \"5\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/weights/concurrency"));
        post("{\"samples\": 1.5}").statusCode(400).body("errors[0].pointer", equalTo("/samples"));
        post("{\"method\": \"dice\"}").statusCode(400).body("errors[0].detail", containsString("topsis"));
        post("{\"experience\": {\"nodejs\": \"guru\"}}").statusCode(400);
        post("{\"weights\": {\"concurrency\": -1}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/weights/concurrency"));
        post("[]").statusCode(400);
        Service.request()
                .contentType("text/plain")
                .body("{}")
                .post(ADDRESS)
                .then()
                .statusCode(415);
    }

    @Test
    void what_the_comparison_does_not_know_is_told_at_once() {
        post("{\"useCases\": [\"space-travel\"], \"weights\": {\"colour\": 1}}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/useCases/0", "/weights/colour"))
                .body("errors[0].detail", containsString("saas-products"));
        get("?weight[colour]=1")
                .statusCode(422)
                .body("errors.pointer", contains("/weights/colour"))
                .body("detail", containsString("weight[colour] is no factor"));
        get("?maximum[ecosystem]=9")
                .statusCode(422)
                .body("detail", containsString("maximum[ecosystem] must be 1 to 5"));
        get("?normalisation=min-max").statusCode(422);
        get("?samples=100001").statusCode(422);
    }

    @Test
    void what_does_not_exist_is_not_found_before_the_body_is_looked_at() {
        Service.request()
                .contentType("text/plain")
                .body("nonsense")
                .post("/api/v1/comparisons/no-such/tailored-recommendation")
                .then()
                .statusCode(404);
        Service.get("/api/v1/comparisons/no-such/tailored-recommendation")
                .then()
                .statusCode(404);
        post("{\"revision\": 999}").statusCode(404);
        get("?revision=999").statusCode(404);
    }

    @Test
    void most_of_it_is_the_same_whatever_the_day_but_the_day_is_said() {
        get("?asOf=2031-01-01").statusCode(200).body("asOf", equalTo("2031-01-01"));
        get("?asOf=2026-11-25T10:00:00Z").statusCode(200).body("asOf", equalTo("2026-11-25"));
    }

    @Test
    void three_options_have_three_reasons_and_three_ranks() {
        Service.get("/api/v1/comparisons/python-web-frameworks/tailored-recommendation?useCase=json-api-service")
                .then()
                .statusCode(200)
                .body("winner", equalTo("fastapi"))
                .body("whyNot", hasSize(2))
                .body("combination", nullValue())
                .body("robustness.acceptability[0].ranks", hasSize(3))
                .body("robustness.exact", equalTo(false));
    }

    @Test
    void answers_in_parallel_are_the_same() {
        var answers = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> post("{\"useCases\": [\"saas-products\"], \"asOf\": \"2026-11-22\"}")
                        .statusCode(200)
                        .extract()
                        .asString())
                .distinct()
                .toList();
        assertThat(answers).isEqualTo(List.of(answers.getFirst()));
    }
}
