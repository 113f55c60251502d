package dev.tradeoff.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.shared.web.RouteTable.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are those of an operation. */
class RouteTableTest {

    private static final Template FAQ = Template.of("/api/v1/comparisons/{comparison}/draft/faqs/{slug}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/comparisons/a-vs-b/draft/faqs/why",
                "/api/v1/comparisons/a-vs-b/draft/faqs/why/",
                "/api/v1/comparisons/draft/draft/faqs/faqs"
            })
    void a_parameter_stands_for_any_part(String path) {
        assertThat(FAQ.matches(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/v1/comparisons/a-vs-b/draft/faqs",
                "/api/v1/comparisons/a-vs-b/draft/faqs/",
                "/api/v1/comparisons//draft/faqs/why",
                "/api/v1/comparisons/a-vs-b/draft/faqs/why//",
                "/api/v1/comparisons/a-vs-b/draft/faqs/why/not",
                "/api/v1/comparisons/a-vs-b/draft/faqsx/why",
                "/api/v1/comparisons/a-vs-b/draft/faq/why",
                "api/v1/comparisons/a-vs-b/draft/faqs/why"
            })
    void what_has_more_parts_or_fewer_or_others_is_another_address(String path) {
        assertThat(FAQ.matches(path)).isFalse();
    }

    @Test
    void a_parameter_may_have_an_ending() {
        var image = Template.of("/badges/{comparison}.svg");
        assertThat(image.matches("/badges/a-vs-b.svg")).isTrue();
        assertThat(image.matches("/badges/a-vs-b.png")).isFalse();
        assertThat(image.matches("/badges/.svg")).isFalse();
        assertThat(image.matches("/badges/svg")).isFalse();
    }

    @Test
    void the_root_has_no_parts() {
        assertThat(Template.of("/").matches("/")).isTrue();
        assertThat(Template.of("/").matches("/api")).isFalse();
    }
}
