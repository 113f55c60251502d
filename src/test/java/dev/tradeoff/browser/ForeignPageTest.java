package dev.tradeoff.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a page of another origin takes over: the elements, a frame, a chart and a badge. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class ForeignPageTest {

    private static final String PORTAL = "http://portal.example/";

    private static Chromium chromium;

    @TestHTTPResource("/")
    URL service;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_elements_show_a_comparison_and_a_recommendation() {
        try (var window = portal("""
                <h2>Our choices</h2>
                <script type="module" src="%1$sembed/tradeoff.js"></script>
                <tradeoff-comparison slug="nodejs-vs-python-backend"></tradeoff-comparison>
                <tradeoff-recommendation slug="nodejs-vs-python-backend" use-cases="real-time-applications"></tradeoff-recommendation>
                """)) {
            assertThat(window.page().locator("tradeoff-comparison")).containsText("Python");
            assertThat(window.page().locator("tradeoff-recommendation")).containsText("Node.js");
            window.isFaultless();
        }
    }

    @Test
    void an_element_that_names_nothing_says_so() {
        try (var window = portal("""
                <script type="module" src="%1$sembed/tradeoff.js"></script>
                <tradeoff-comparison slug="nothing-of-that-name"></tradeoff-comparison>
                """)) {
            assertThat(window.page().locator("tradeoff-comparison")).containsText("nothing-of-that-name");
        }
    }

    @Test
    void a_frame_a_chart_and_a_badge_are_shown() {
        try (var window = portal("""
                <h2>Our choices</h2>
                <iframe title="Node.js or Python" width="600" height="500" src="%1$sembed/comparisons/nodejs-vs-python-backend"></iframe>
                <img alt="Radar chart" src="%1$scharts/comparisons/nodejs-vs-python-backend/radar.svg">
                <img alt="Badge" src="%1$sbadges/comparisons/nodejs-vs-python-backend.svg">
                """)) {
            var page = window.page();
            assertThat(page.frameLocator("iframe").locator("body")).containsText("Python");
            for (var image : page.locator("img").all()) {
                assertThat(image).hasJSProperty("complete", true);
                org.assertj.core.api.Assertions.assertThat((Integer) image.evaluate("image => image.naturalWidth"))
                        .isPositive();
            }
            window.isFaultless();
        }
    }

    @Test
    void a_page_cannot_be_framed() {
        try (var window =
                portal("<iframe title=\"A page\" src=\"%1$scomparisons/nodejs-vs-python-backend\"></iframe>")) {
            org.assertj.core.api.Assertions.assertThat(window.wrong())
                    .anyMatch(complaint -> complaint.contains("frame-ancestors"));
        }
    }

    /** A portal's page with that in its main part, which is not ours: the browser gets it without asking any server. */
    private Window portal(String main) {
        var window = chromium.open(Look.WIDE_LIGHT);
        window.page()
                .route(
                        PORTAL,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setBody("""
                                        <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Portal</title>
                                        <link rel="icon" href="data:,"><main><h1>Portal</h1>%s</main></html>
                                        """.formatted(main.formatted(service)))));
        return window.visit(PORTAL);
    }
}
