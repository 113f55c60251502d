package dev.tradeoff.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text is broken into lines that fit. */
class LetteringTest {

    private static final double SIZE = 10;

    @Test
    void lines_are_broken_between_words() {
        assertThat(Lettering.lines("one two three", SIZE, Lettering.width("one two", SIZE), 9))
                .containsExactly("one two", "three");
        assertThat(Lettering.lines("one two three", SIZE, 1000, 9)).containsExactly("one two three");
        assertThat(Lettering.lines("", SIZE, 1000, 9)).isEmpty();
    }

    @Test
    void a_long_word_is_broken_where_the_line_ends() {
        var lines = Lettering.lines("abcdefghijklmnop", SIZE, 40, 9);
        assertThat(String.join("", lines)).isEqualTo("abcdefghijklmnop");
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> Lettering.width(line, SIZE) <= 40);
    }

    @Test
    void what_does_not_fit_ends_with_an_ellipsis() {
        assertThat(Lettering.lines("one two three four", SIZE, 45, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
        assertThat(Lettering.cut("abcdefghijklmnop", SIZE, 40)).endsWith("…").hasSizeLessThan(10);
        assertThat(Lettering.cut("abc", SIZE, 40)).isEqualTo("abc");
        assertThat(Lettering.cut("abc", SIZE, 1)).isEqualTo("a…");
    }

    @Test
    void characters_beyond_the_basic_plane_stay_whole() {
        assertThat(Lettering.cut("😀😀😀😀", SIZE, 30)).isEqualTo("😀…");
        assertThat(Lettering.lines("😀😀", SIZE, 1, 9)).containsExactly("😀", "😀");
    }

    @Test
    void marks_that_take_no_room_count_for_none() {
        assertThat(Lettering.width("e\u0301", SIZE)).isEqualTo(Lettering.width("e", SIZE));
    }
}
