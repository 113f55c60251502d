package dev.tradeoff.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    "a"                     ; "a"
                    W/"a"                   ; "a"
                    ""                      ; ""
                    W/""                    ; ""
                    "a", "b"                ; "a" "b"
                    "a","b"                 ; "a" "b"
                    "a"  ,   W/"b" , "c"    ; "a" "b" "c"
                    "a,b"                   ; "a,b"
                    "W/a"                   ; "W/a"
                    "*"                     ; "*"
                    "é"                     ; "é"
                    "\\"                    ; "\\"
                    """)
    void quoted_tags_are_read_with_their_quotes(String header, String tags) {
        assertThat(EntityTags.parse(header)).hasValueSatisfying(read -> {
            assertThat(read.any()).isFalse();
            assertThat(read.opaque()).containsExactly(tags.split(" "));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\t*"})
    void a_star_is_any_tag(String header) {
        assertThat(EntityTags.parse(header)).contains(new EntityTags(true, List.of(), List.of()));
        assertThat(EntityTags.parse(header).orElseThrow().matches("\"whatever\""))
                .isTrue();
    }

    /** RFC 9110, 5.6.1.2: a recipient must ignore a reasonable number of empty list elements. */
    @ParameterizedTest
    @ValueSource(strings = {"\"a\",", ",\"a\"", "\"a\" , , \"b\"", ", ,\"a\",,", "\t,\"a\"\t,"})
    void empty_elements_of_the_list_are_ignored(String header) {
        assertThat(EntityTags.parse(header)).hasValueSatisfying(tags -> {
            assertThat(tags.matches("\"a\"")).isTrue();
            assertThat(tags.opaque()).hasSizeBetween(1, 2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                ", ,",
                "a",
                "\"a",
                "a\"",
                "\"",
                "'a'",
                "w/\"a\"",
                "W/",
                "W/a",
                "W/ \"a\"",
                "W\"a\"",
                "W/W/\"a\"",
                "\"a\" \"b\"",
                "\"a\"\"b\"",
                "\"a\";\"b\"",
                "\"a\", b",
                "\"a\", *",
                "*, \"a\"",
                "**",
                "\"a b\"",
                "\"a\tb\"",
                "\"a\u007f\"",
                "\"a\u0000\""
            })
    void anything_else_is_malformed(String header) {
        assertThat(EntityTags.parse(header)).isEmpty();
    }

    @Test
    void a_tag_matches_when_it_is_in_the_list_weak_or_not() {
        var tags = EntityTags.parse("\"a\", W/\"b\"").orElseThrow();
        assertThat(tags.matches("\"a\"")).isTrue();
        assertThat(tags.matches("\"b\"")).isTrue();
        assertThat(tags.matches("\"c\"")).isFalse();
        assertThat(tags.matches("a")).isFalse();
        assertThat(tags.matches("\"A\"")).isFalse();
    }

    @Test
    void a_quoted_star_matches_only_itself() {
        assertThat(EntityTags.parse("\"*\"").orElseThrow().matches("\"a\"")).isFalse();
    }

    @Test
    void a_header_of_commas_and_quotes_is_read_in_linear_time() {
        var header = "\"a\",".repeat(100_000) + "\"z\"";
        assertThat(EntityTags.parse(header).orElseThrow().matches("\"z\"")).isTrue();
        assertThat(EntityTags.parse(",".repeat(400_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
                    "12"                ; true
                    "12-gzip"           ; true
                    "12-AbC-gzip"       ; true
                    "7", "12"           ; true
                    W/"12"              ; false
                    "123"               ; false
                    "012"               ; false
                    "1"                 ; false
                    """)
    void a_version_is_named_by_a_strong_tag_that_begins_with_it(String header, boolean named) {
        assertThat(EntityTags.parse(header))
                .hasValueSatisfying(tags -> assertThat(tags.names(12)).isEqualTo(named));
    }
}
