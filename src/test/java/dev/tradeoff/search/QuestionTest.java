package dev.tradeoff.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a question is taken apart. */
class QuestionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    python threads            | python thread | []                | []
                    "event loop" python       | python        | [[event, loop]]   | []
                    “event loop” python       | python        | [[event, loop]]   | []
                    queue -celery             | queue         | []                | [[celery]]
                    queue -"task queue"       | queue         | []                | [[task, queue]]
                    real-time                 | realtime real time | []           | []
                    a - b                     | b             | []                | []
                    "never closed             | never closed  | []                | []
                    """)
    void words_phrases_and_exclusions_are_told_apart(String text, String words, String phrases, String excluded) {
        var question = Question.of(text.strip());
        assertThat(String.join(" ", terms(question.words()))).isEqualTo(words);
        assertThat(question.phrases().stream().map(QuestionTest::terms).toList())
                .hasToString(phrases);
        assertThat(question.excluded().stream().map(QuestionTest::terms).toList())
                .hasToString(excluded);
    }

    @Test
    void the_last_word_is_open_until_something_stands_behind_it() {
        assertThat(Question.of("event lo").open()).isTrue();
        assertThat(Question.of("event loop ").open()).isFalse();
        assertThat(Question.of("event loop?").open()).isFalse();
        assertThat(Question.of("\"event loop\"").open()).isFalse();
        assertThat(Question.of("event -lo").open()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"which is faster", "Is Django slow", "threads, really?", "does it scale"})
    void a_sentence_is_known_by_how_it_begins_or_ends(String text) {
        assertThat(Question.of(text).isSentence()).isTrue();
        assertThat(Question.of("node vs python").isSentence()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "-", "--", "-\"\"", "- -\"", "((", "***", "\u200B", "👩‍💻", "the", "+!~^"})
    void signs_alone_ask_nothing(String text) {
        assertThat(Question.of(text).isEmpty()).isTrue();
    }

    @Test
    void words_are_replaced_where_they_stand() {
        var question = Question.of("-django pyhton, \"x y\" thraeds");
        assertThat(question.with(Map.of(
                        question.words().getFirst(), "python", question.words().getLast(), "threads")))
                .isEqualTo("-django python, \"x y\" threads");
    }

    @Test
    void there_is_a_bound_to_what_is_asked() {
        var question = Question.of("-x \"y\" z ".repeat(200));
        assertThat(question.words()).hasSizeLessThanOrEqualTo(32);
        assertThat(question.phrases()).hasSizeLessThanOrEqualTo(8);
        assertThat(question.excluded()).hasSizeLessThanOrEqualTo(8);
    }

    @Property(tries = 500)
    void any_text_is_a_question(@ForAll String text) {
        var question = Question.of(text);
        question.words().forEach(word -> assertThat(word.end()).isLessThanOrEqualTo(text.length()));
    }

    private static List<String> terms(List<Word> words) {
        return words.stream().map(Word::term).toList();
    }
}
