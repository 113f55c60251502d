package dev.tradeoff.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person does on the pages of knowledge: searching, sorting, filtering, following figures to their sources. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class ComparisonInBrowserTest {

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
    void search_finds_while_one_types_and_the_keyboard_suffices() {
        try (var window = visit("/")) {
            var page = window.page();
            page.keyboard().press("Tab"); // the way past the navigation is the first
            assertThat(page.locator(":focus")).hasText("Skip to the content");
            var field = page.getByRole(AriaRole.COMBOBOX);
            field.pressSequentially("pyhton");
            var offers = page.getByRole(AriaRole.OPTION);
            assertThat(offers.first()).containsText("Python");
            field.press("ArrowDown");
            field.press("Enter");
            page.waitForURL(Pattern.compile(".*/technologies/python"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Python");
            window.isFaultless();
        }
    }

    @Test
    void a_column_is_sorted_both_ways_and_back() {
        try (var window = visit(Pages.COMPARISON)) {
            var table = window.page().locator("#matrix-table");
            var asWritten = weights(table);
            var weight = table.getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName("Weight"));
            weight.getByRole(AriaRole.BUTTON).click();
            assertThat(weight).hasAttribute("aria-sort", "descending");
            assertThat(weights(table)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            weight.getByRole(AriaRole.BUTTON).press("Enter");
            assertThat(weight).hasAttribute("aria-sort", "ascending");
            assertThat(weights(table)).isSorted();
            weight.getByRole(AriaRole.BUTTON).press("Enter");
            assertThat(weight).hasAttribute("aria-sort", "none");
            assertThat(weights(table)).isEqualTo(asWritten);
        }
    }

    @Test
    void rows_are_filtered_by_topic_and_by_words() {
        try (var window = visit(Pages.COMPARISON)) {
            var page = window.page();
            var filter = page.locator("form[data-filter=matrix-table]");
            var rows = page.locator("#matrix-table tbody tr:visible");
            int all = rows.count();
            filter.getByLabel("Words").fill("HIRING");
            assertThat(rows.count()).isBetween(1, all - 1);
            for (var row : rows.all()) {
                assertThat(row).containsText(Pattern.compile("hiring", Pattern.CASE_INSENSITIVE));
            }
            filter.getByLabel("Words").fill("");
            filter.getByLabel("Topic").selectOption("performance");
            assertThat(rows.count()).isBetween(1, all - 1);
            for (var row : rows.all()) {
                assertThat(row).hasAttribute("data-topic", "performance");
            }
        }
    }

    @Test
    void the_matrix_and_everything_else_is_there_without_script() {
        try (var window = chromium.openWithoutScript().visit(address(Pages.COMPARISON))) {
            var page = window.page();
            assertThat(page.locator("#matrix-table tbody tr").count()).isGreaterThan(5);
            assertThat(page.locator("#history")).isVisible();
            page.locator("form.find input").fill("concurrency");
            page.locator("form.find button").click();
            assertThat(page.locator("main")).containsText("oncurrency");
        }
    }

    @Test
    void a_figure_leads_to_its_claim_and_the_claim_to_its_source() {
        try (var window = visit(Pages.COMPARISON)) {
            var page = window.page();
            page.locator("#matrix-table td details:has(a) summary").first().click();
            var claim = page.locator("#matrix-table a[href^='#c']:visible").first();
            claim.click();
            var row = page.locator("tr:has(:target)");
            assertThat(row).isVisible();
            row.locator("a[href^='#s']").click();
            assertThat(page.locator("#sources ~ ul > li:has(:target)")).isVisible();
        }
    }

    private Window visit(String path) {
        return chromium.open(Look.WIDE_LIGHT).visit(address(path));
    }

    private String address(String path) {
        return service + path.substring(1);
    }

    private static List<Double> weights(Locator table) {
        return table.locator("tbody tr > td:nth-child(2)").allTextContents().stream()
                .map(String::strip)
                .map(Double::valueOf)
                .toList();
    }
}
