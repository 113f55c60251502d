package dev.tradeoff.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A team finds out what suits it. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class RecommendInBrowserTest {

    private static final String PAGE = Pages.COMPARISON + "/recommend";

    private static final ObjectMapper JSON = new ObjectMapper();

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
    void choosing_and_dragging_changes_the_answer_to_what_the_api_says() throws IOException {
        try (var window = visit(PAGE)) {
            var page = window.page();
            page.locator("#use-cases input[value=real-time-applications]").check();
            awaitQuery(page, "useCase=real-time-applications");
            assertThat(figures(page)).isEqualTo(figuresOfApi(page));
            assertThat(page.locator("#answer")).hasAttribute("data-winner", "nodejs");

            page.locator("input[type=range][data-weight=learning-curve]").fill("5");
            awaitQuery(page, "learning-curve");
            assertThat(figures(page)).isEqualTo(figuresOfApi(page));
            window.isFaultless();
        }
    }

    @Test
    void its_link_shows_the_same_in_another_browser() {
        try (var window = visit(PAGE)) {
            var page = window.page();
            page.locator("#use-cases input").first().check();
            awaitQuery(page, "useCase=");
            page.locator("#experience summary").click();
            page.locator("#experience-python").selectOption("expert");
            awaitQuery(page, "experience");
            try (var other = chromium.open(Look.NARROW_DARK)
                            .visit(page.locator("#link").inputValue());
                    var sameAddress = chromium.open(Look.WIDE_LIGHT).visit(page.url())) {
                assertThat(figures(other.page())).isEqualTo(figures(page));
                assertThat(figures(sameAddress.page())).isEqualTo(figures(page));
                assertThat(sameAddress.page().locator("#experience-python")).hasValue("expert");
                assertThat(sameAddress.page().locator("#use-cases input").first())
                        .isChecked();
            }
        }
    }

    @Test
    void what_cannot_be_is_said_beside_the_field_and_mended_there() throws IOException {
        try (var window = visit(PAGE)) {
            var page = window.page();
            var field = page.locator("#weight-concurrency");
            field.fill("many");
            assertThat(page.locator("#flaw-weight-concurrency")).isVisible();
            field.fill("4");
            assertThat(page.locator("#flaw-weight-concurrency")).isHidden();
            awaitQuery(page, "concurrency");
            assertThat(figures(page)).isEqualTo(figuresOfApi(page));
        }
    }

    @Test
    void a_contribution_leads_to_its_claim() {
        try (var window = visit(PAGE + "?useCase=real-time-applications")) {
            var page = window.page();
            page.locator("#contributions details summary").first().click();
            page.locator("#contributions a[href*='#claims/']:visible").first().click();
            page.waitForURL(Pattern.compile(".*" + Pages.COMPARISON + "(\\?.*)?#claims/.+"));
            assertThat(page.locator(":target")).isVisible();
        }
    }

    @Test
    void it_answers_without_script_too() throws IOException {
        try (var window = chromium.openWithoutScript().visit(address(PAGE))) {
            var page = window.page();
            page.locator("#use-cases input[value=real-time-applications]").check();
            page.locator("button.main.unscripted").click();
            awaitQuery(page, "useCase=real-time-applications");
            assertThat(figures(page)).isEqualTo(figuresOfApi(page));
        }
    }

    private static void awaitQuery(Page page, String part) {
        assertThat(page.locator("#answer")).hasAttribute("data-query", Pattern.compile(".*" + part + ".*"));
    }

    /** The scores in their order, and the margin. */
    private static List<Double> figures(Page page) {
        return page.locator("#ranking .who data, #margin").all().stream()
                .map(figure -> Double.valueOf(figure.getAttribute("value")))
                .sorted()
                .toList();
    }

    private static List<Double> figuresOfApi(Page page) throws IOException {
        var address = URI.create(page.url()).resolve(page.locator("#api").getAttribute("href"));
        var answer = JSON.readTree(page.request().get(address.toString()).text());
        var figures = new ArrayList<Double>();
        answer.path("ranking").forEach(place -> figures.add(place.path("score").doubleValue()));
        figures.add(answer.path("margin").doubleValue());
        return figures.stream().sorted().toList();
    }

    private Window visit(String path) {
        return chromium.open(Look.WIDE_LIGHT).visit(address(path));
    }

    private String address(String path) {
        return service + path.substring(1);
    }
}
