package dev.tradeoff.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on each page, at two widths, light and dark. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class EveryPageTest {

    private static final int HEAVIEST = 150 * 1024;

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

    static Stream<Arguments> pages() {
        return Pages.ALL.stream().flatMap(path -> Chromium.looks().map(look -> Arguments.of(path, look)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_loads_without_a_complaint_and_everybody_can_use_it(String path, Look look) {
        try (var window = chromium.open(look).visit(address(path))) {
            window.isFaultless();
            assertThat(window.page().evaluate("document.documentElement.scrollWidth"))
                    .as("nothing sticks out sideways")
                    .isEqualTo(window.page().evaluate("document.documentElement.clientWidth"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tradeoff.browser.Pages#all")
    void it_costs_at_most_150_kilobytes_and_one_request_beyond_itself(String path) {
        try (var window = chromium.open(Look.WIDE_LIGHT).visit(address(path))) {
            assertThat(window.fetched()).hasSizeLessThanOrEqualTo(2);
            assertThat(window.weight()).isLessThanOrEqualTo(HEAVIEST);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tradeoff.browser.Pages#all")
    void it_says_its_figures_in_words_too(String path) {
        try (var window = chromium.open(Look.WIDE_LIGHT).visit(address(path))) {
            for (var chart : window.page().locator("svg[role=img]").all()) {
                var said = chart.getAttribute("aria-label");
                if (said == null) {
                    assertThat(chart.locator("> title").textContent()).isNotBlank();
                    said = chart.locator("> desc").textContent();
                }
                assertThat(said).isNotBlank();
            }
        }
    }

    private String address(String path) {
        return service + path.substring(1);
    }
}
