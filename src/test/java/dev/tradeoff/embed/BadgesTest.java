package dev.tradeoff.embed;

import static dev.tradeoff.embed.Publishing.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.chart.Drawing;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A badge says what the API recommends. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class BadgesTest {

    private static String title(String slug, String query) {
        return Drawing.of(Service.get("/badges/comparisons/" + slug + ".svg" + query)
                        .then()
                        .statusCode(200)
                        .contentType("image/svg+xml")
                        .extract()
                        .asString())
                .text("title");
    }

    private static String title(String slug) {
        return title(slug, "");
    }

    private static void says_what_the_api_says(String slug) {
        var comparison = Service.get("/api/v1/comparisons/" + slug).jsonPath();
        var answer = Service.get("/api/v1/comparisons/" + slug + "/tailored-recommendation")
                .then()
                .statusCode(200)
                .extract();
        String verdict = answer.path("verdict");
        String winner = answer.path("winner");
        var expected = verdict.equals("too-close")
                ? "too close to call"
                : comparison.getString("options.find { it.slug == '" + winner + "' }.name") + " · " + verdict;
        assertThat(title(slug)).isEqualTo(comparison.getString("title") + ": " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodejs-vs-python-backend", "nodejs-web-frameworks", "python-web-frameworks"})
    void winner_and_verdict_are_those_of_the_api(String slug) {
        says_what_the_api_says(slug);
    }

    @Test
    void a_clear_winner_is_named_and_a_change_of_the_winner_is_shown() {
        var slug = fresh("badge");
        Publishing.publish(slug, 5, 1);
        says_what_the_api_says(slug);
        assertThat(title(slug)).isEqualTo("Choice: Choice 0 · clear");
        title(slug);
        Publishing.publish(slug, 1, 5);
        assertThat(title(slug)).isEqualTo("Choice: Choice 1 · clear");
    }

    @Test
    void who_is_level_or_ahead_by_a_hair_is_not_named() {
        var slug = fresh("level");
        Publishing.publish(slug, 3, 3);
        assertThat(title(slug)).isEqualTo("Choice: too close to call");
        assertThat(title("nodejs-vs-python-backend")).endsWith(": too close to call");
    }

    @Test
    void a_label_can_be_chosen() {
        assertThat(title("nodejs-vs-python-backend", "?label=Backend%20%3Cb%3E"))
                .startsWith("Backend <b>: ");
        for (var query : List.of("?label=" + "x".repeat(61), "?label=", "?style=plastic")) {
            Service.get("/badges/comparisons/nodejs-vs-python-backend.svg" + query)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void a_badge_is_as_wide_as_its_text_whatever_the_font() {
        var drawing = Drawing.of(Service.get("/badges/comparisons/nodejs-vs-python-backend.svg?label=iii")
                .asString());
        double text = drawing.all("text").stream()
                .mapToDouble(each -> Double.parseDouble(each.getAttribute("textLength")))
                .sum();
        assertThat(Double.parseDouble(drawing.root().getAttribute("width"))).isBetween(text + 24, text + 26);
        assertThat(drawing.root().getAttribute("role")).isEqualTo("img");
        assertThat(drawing.root().getAttribute("aria-label")).isEqualTo(drawing.text("title"));
    }

    @Test
    void proxies_of_images_may_keep_it_for_minutes_and_need_not_fetch_it_twice() {
        var address = "/badges/comparisons/nodejs-vs-python-backend.svg";
        var first = Service.get(address);
        assertThat(first.header("Cache-Control")).startsWith("public, max-age=300,");
        Service.request()
                .header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
    }

    @Test
    void what_is_not_there_has_no_badge() {
        Service.get("/badges/comparisons/nothing.svg")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        Service.get("/badges/comparisons/nothing.png").then().statusCode(404);
    }
}
