package dev.tradeoff.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "nodejs", "Größe “” 🙂", "<script>"})
    void short_text_is_said_back_as_it_is(String sent) {
        assertThat(Excerpt.of(sent)).isEqualTo(sent);
    }

    @Test
    void long_text_is_cut_after_60_characters() {
        assertThat(Excerpt.of("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Excerpt.of("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(Excerpt.of("x".repeat(1_000_000))).hasSize(61);
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(Excerpt.of("🙂".repeat(61))).isEqualTo("🙂".repeat(60) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\n", "\r", "\t", "\u001b", "\u007f", "\u0085", "\ud800", "\udc00"})
    void what_cannot_be_printed_is_replaced(String sent) {
        assertThat(Excerpt.of("a" + sent + "b")).isEqualTo("a\uFFFDb");
    }
}
