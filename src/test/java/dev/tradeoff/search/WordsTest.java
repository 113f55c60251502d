package dev.tradeoff.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How text becomes words. */
class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Node.js                 | nodej node js
                    NodeJS                  | nodej
                    async/await             | asyncawait async await
                    I/O                     | io i o
                    C++                     | c++
                    C++, and C              | c++ c
                    C# or F#                | c# f#
                    (.NET)                  | .net net
                    ends. Next              | end next
                    worker_threads          | workerthread worker thread
                    real-time               | realtime real time
                    Python's threads        | python thread
                    don’t stop              | dont don t stop
                    55,200 queries          | 55200 55 200 query
                    4.5 ms                  | 4.5 4 5 ms
                    Café ÉCOLE              | cafe ecole
                    the event loop          | event loop
                    a + b                   | b
                    1+1                     | 11 1 1
                    """)
    void names_stay_whole_and_have_parts(String text, String terms) {
        assertThat(Words.of(text).stream().map(Word::term)).containsExactlyElementsOf(Arrays.asList(terms.split(" ")));
    }

    @Test
    void a_word_knows_where_it_stands() {
        assertThat(Words.of("Is Node.js fast?"))
                .containsExactly(
                        new Word("nodej", "nodejs", 3, 10, 1, 2, true),
                        new Word("node", "node", 3, 7, 1, 1, false),
                        new Word("js", "js", 8, 10, 2, 1, false),
                        new Word("fast", "fast", 11, 15, 3, 1, false));
    }

    @Test
    void ideographs_are_words_of_their_own() {
        assertThat(Words.of("数据库").stream().map(Word::term)).isEqualTo(List.of("数", "据", "库"));
    }

    @Test
    void a_word_without_end_is_cut() {
        assertThat(Words.of("x".repeat(10_000)))
                .allMatch(word -> word.spelling().length() <= 64);
    }

    @Property(tries = 500)
    void whatever_the_text_words_lie_within_it_and_in_order(@ForAll String text) {
        int before = 0;
        for (var word : Words.of(text)) {
            assertThat(word.start()).isBetween(before, text.length());
            assertThat(word.end()).isBetween(word.start() + 1, text.length());
            assertThat(word.term()).isNotEmpty();
            before = word.start();
        }
    }
}
