package dev.tradeoff.embed;

import static dev.tradeoff.embed.Publishing.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.chart.Drawing;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts over HTTP. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ChartsOverHttpTest {

    private static final String FIRST = "/charts/comparisons/nodejs-vs-python-backend";

    private static Drawing drawing(String address) {
        return Drawing.of(Service.get(address)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/radar.svg", "/bars.svg"})
    void the_scores_of_the_comparison_are_said_in_words(String chart) {
        var comparison = Service.get(Service.FIRST).jsonPath();
        var said = drawing(FIRST + chart + "?factors=concurrency,ecosystem,learning-curve")
                .text("desc");
        for (var factor : List.of("concurrency", "ecosystem", "learning-curve")) {
            Map<String, Object> found = comparison.getMap("factors.find { it.slug == '" + factor + "' }");
            var scores =
                    comparison.getList("factors.find { it.slug == '" + factor + "' }.assessments.score", String.class);
            assertThat(said)
                    .contains("%s (weight %s): Node.js %s, Python %s."
                            .formatted(
                                    found.get("name"),
                                    found.get("weight"),
                                    scores.get(0).replace(".0", ""),
                                    scores.get(1).replace(".0", "")));
        }
    }

    @Test
    void the_weightiest_factors_are_drawn_if_none_are_named() {
        var address = "/charts/comparisons/" + publishedWithFactors(14);
        assertThat(drawing(address + "/radar.svg").text("desc")).contains("The 10 weightiest of 14 factors are shown.");
        assertThat(drawing(address + "/bars.svg").text("desc"))
                .contains("The 12 weightiest of 14 factors are shown.", "Many 13 (weight 14)")
                .doesNotContain("Many 1 (weight 2)");
    }

    @Test
    void options_and_looks_can_be_chosen() {
        var drawing = drawing(FIRST + "/bars.svg?options=python,nodejs&factors=concurrency&width=320&scheme=dark");
        assertThat(drawing.text("desc")).containsSubsequence("Python", "Node.js");
        assertThat(drawing.root().getAttribute("width")).isEqualTo("320");
        assertThat(drawing.text("style")).doesNotContain("prefers-color-scheme");
    }

    @ParameterizedTest
    @CsvSource({
        "factors, nothing",
        "factors, 'concurrency,concurrency'",
        "factors, 'concurrency,'",
        "factors, %00",
        "options, nodejs",
        "options, 'nodejs,rust'",
        "width, 10",
        "width, 5000",
        "width, wide",
        "width, 99999999999999999999",
        "scheme, pink",
        "revision, 0",
        "revision, x",
        "colour, red",
    })
    void what_cannot_be_drawn_is_refused(String parameter, String value) {
        for (var chart : List.of("/radar.svg", "/bars.svg")) {
            Service.get(FIRST + chart + "?" + parameter + "=" + value)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo(parameter));
        }
    }

    @Test
    void more_factors_than_can_be_read_are_refused() {
        var address = "/charts/comparisons/" + publishedWithFactors(13);
        var slugs = IntStream.range(0, 13).mapToObj(i -> "factor-" + i).collect(Collectors.joining(","));
        Service.get(address + "/radar.svg?factors=" + slugs)
                .then()
                .statusCode(400)
                .body("detail", containsString("12"));
        Service.get(address + "/bars.svg?factors=" + slugs).then().statusCode(200);
    }

    private static String publishedWithFactors(int factors) {
        var slug = fresh("many");
        var scores = new Double[2][factors];
        Arrays.fill(scores[0], 2.0);
        Arrays.fill(scores[1], 3.0);
        Publishing.publish(Publishing.comparison(slug, "Many", scores));
        return slug;
    }

    @Test
    void what_is_not_there_is_said_as_everywhere() {
        Service.get("/charts/comparisons/nothing/radar.svg").then().statusCode(404);
        Service.get(FIRST + "/radar.svg?revision=99").then().statusCode(404);
        Service.get(FIRST + "/pie.svg").then().statusCode(404);
        Service.request()
                .header("Accept", "image/png")
                .get(FIRST + "/radar.svg")
                .then()
                .statusCode(406);
    }

    @Test
    void a_chart_shows_the_latest_revision_and_a_numbered_one_for_ever() {
        var slug = fresh("chart");
        Publishing.publish(slug, 4, 2);
        var address = "/charts/comparisons/" + slug + "/radar.svg";
        for (int i = 0; i < 3; i++) {
            assertThat(drawing(address).text("desc")).contains("Choice 0 4, Choice 1 2.");
        }
        var tag = Service.get(address).header("ETag");
        Service.request().header("If-None-Match", tag).get(address).then().statusCode(304);
        Publishing.publish(slug, 3, 2);
        Service.request().header("If-None-Match", tag).get(address).then().statusCode(200);
        assertThat(drawing(address).text("desc")).contains("Choice 0 3, Choice 1 2.");
        assertThat(drawing(address + "?revision=1").text("desc")).contains("Choice 0 4, Choice 1 2.");
        assertThat(Service.get(address).header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(Service.get(address + "?revision=1").header("Cache-Control")).contains("immutable");
    }

    @Test
    void an_unknown_score_is_a_gap() {
        var slug = fresh("gap");
        Publishing.publish(
                Publishing.comparison(slug, "Gap", new Double[][] {{1.0, 2.0, null, 4.0}, {1.0, 2.0, 3.0, 4.0}}));
        var drawing = drawing("/charts/comparisons/" + slug + "/radar.svg");
        assertThat(drawing.text("desc")).contains("Gap 0 unknown, Gap 1 3.");
        assertThat(drawing.texts("text")).contains("unknown");
    }

    @Test
    void nothing_runs_in_an_image() {
        for (int i = 0; i < 3; i++) { // the third time from memory
            Service.get(FIRST + "/radar.svg")
                    .then()
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                    .header("Cross-Origin-Resource-Policy", "cross-origin")
                    .header("X-Content-Type-Options", "nosniff");
        }
    }
}
