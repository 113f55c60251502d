package dev.tradeoff.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.knowledge.Comparison;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is YAML, so that most facts hold for both mappers. */
class JsonRulesTest {

    private static final ObjectMapper JSON = JsonRules.apply(new ObjectMapper());
    private static final ObjectMapper YAML = JsonRules.apply(new YAMLMapper());

    record Sample(
            String text,
            BigDecimal number,
            List<String> texts,
            Map<String, BigDecimal> weights,
            List<Sample> samples,
            LocalDate day,
            Kind kind) {}

    record Primitives(int count, boolean flag) {}

    enum Kind {
        @JsonProperty("rating")
        RATING
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void what_is_absent_is_null(ObjectMapper mapper) throws JsonProcessingException {
        assertThat(mapper.readValue("{}", Sample.class))
                .isEqualTo(new Sample(null, null, null, null, null, null, null));
        assertThat(mapper.readValue("{\"text\": null, \"texts\": null, \"day\": null}", Sample.class))
                .isEqualTo(new Sample(null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void what_is_of_the_right_type_is_read(ObjectMapper mapper) throws JsonProcessingException {
        var sample = mapper.readValue("""
                {"text": "5", "number": 5.50, "texts": ["a", ""], "weights": {"a": 1},
                 "samples": [], "day": "2026-04-08", "kind": "rating"}
                """, Sample.class);
        assertThat(sample)
                .isEqualTo(new Sample(
                        "5",
                        new BigDecimal("5.50"),
                        List.of("a", ""),
                        Map.of("a", BigDecimal.ONE),
                        List.of(),
                        LocalDate.of(2026, 4, 8),
                        Kind.RATING));
    }

    static Stream<ObjectMapper> mappers() {
        return Stream.of(JSON, YAML);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        // unknown and doubled
                        "{'unknown': 1}",
                        "{'Text': 'a'}",
                        "{'samples': [{'unknown': 1}]}",
                        "{'text': 'a', 'text': 'a'}",
                        "{'text': 'a', 'number': 1, 'text': null}",
                        "{'weights': {'a': 1, 'a': 1}}",
                        // other types than text
                        "{'text': 5}",
                        "{'text': 5.5}",
                        "{'text': true}",
                        "{'text': []}",
                        "{'text': ['a']}",
                        "{'text': {}}",
                        "{'texts': [5]}",
                        "{'texts': [true]}",
                        "{'texts': [['a']]}",
                        // other types than numbers
                        "{'number': '5'}",
                        "{'number': ''}",
                        "{'number': ' '}",
                        "{'number': true}",
                        "{'number': [5]}",
                        "{'number': 'NaN'}",
                        "{'number': 'Infinity'}",
                        "{'weights': {'a': '1'}}",
                        "{'weights': {'a': true}}",
                        "{'number': 1e99999999999}",
                        // other types than collections
                        "{'texts': 'a'}",
                        "{'texts': ''}",
                        "{'texts': {}}",
                        "{'samples': {}}",
                        "{'samples': ['']}",
                        "{'weights': []}",
                        "{'weights': ''}",
                        // null in collections
                        "{'texts': ['a', null]}",
                        "{'samples': [null]}",
                        "{'weights': {'a': null}}",
                        // other types than days and kinds
                        "{'day': 20000}",
                        "{'day': [2026, 4, 8]}",
                        "{'day': ''}",
                        "{'day': '2026-04-31'}",
                        "{'day': '2026-04-08T10:00:00Z'}",
                        "{'day': '2026-4-8'}",
                        "{'kind': 0}",
                        "{'kind': ''}",
                        "{'kind': 'RATING'}",
                        "{'kind': 'other'}",
                        "{'kind': ' '}",
                        "{'day': ' '}",
                        "{'day': '+12026-04-08'}",
                        "{'samples': ' '}",
                        "{'weights': ' '}",
                        "{'texts': ' '}",
                        // not text
                        "{'text': 'a\\u0000'}",
                        "{'text': '\\ud800'}",
                        "{'text': '\\udc00'}",
                        "{'text': '\\udc00\\ud800'}",
                        "{'text': 'a\\ud800b'}",
                        "{'texts': ['\\u0000']}",
                        "{'weights': {'\\u0000': 1}}",
                        "{'weights': {'\\ud800': 1}}",
                        // not one document
                        "{'text': 'a'} {'text': 'b'}",
                        "{'text': 'a'} x",
                        "{'text': 'a'}]",
                        "{'text': 'a'",
                        "{'text': }x",
                        "[]",
                        "'text'",
                        "5",
                        "true")
                .map(document -> document.replace('\'', '"'))
                .flatMap(document ->
                        Stream.of(Arguments.of("JSON", JSON, document), Arguments.of("YAML", YAML, document)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\": 5.0, \"flag\": true}",
                "{\"count\": 5.5, \"flag\": true}",
                "{\"count\": \"5\", \"flag\": true}",
                "{\"count\": \"\", \"flag\": true}",
                "{\"count\": true, \"flag\": true}",
                "{\"count\": null, \"flag\": true}",
                "{\"count\": 2147483648, \"flag\": true}",
                "{\"flag\": true}",
                "{\"count\": 5, \"flag\": \"true\"}",
                "{\"count\": 5, \"flag\": \"\"}",
                "{\"count\": 5, \"flag\": 1}",
                "{\"count\": 5, \"flag\": 0}",
                "{\"count\": 5, \"flag\": null}",
                "{\"count\": 5}"
            })
    void counts_and_truths_are_neither_coerced_nor_made_up(String document) throws JsonProcessingException {
        for (var mapper : List.of(JSON, YAML)) {
            assertThat(mapper.readValue("{\"count\": 5, \"flag\": true}", Primitives.class))
                    .isEqualTo(new Primitives(5, true));
            assertThatThrownBy(() -> mapper.readValue(document, Primitives.class))
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("refused")
    void what_is_unknown_doubled_coerced_null_or_no_text_is_refused(
            String language, ObjectMapper mapper, String document) {
        assertThatThrownBy(() -> mapper.readValue(document, Sample.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "01", "+1", ".5", "5.", "0x10", "1_000"})
    void numbers_of_json_are_those_of_its_grammar(String number) {
        assertThatThrownBy(() -> JSON.readValue("{\"number\": " + number + "}", Sample.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"a\",}",
                "{'text': 'a'}",
                "{text: \"a\"}",
                "// a comment\n{}",
                "{\"text\": \"a\nb\"}",
                "{\"text\": \"\\x\"}"
            })
    void json_is_not_what_merely_looks_like_it(String document) {
        assertThatThrownBy(() -> JSON.readValue(document, Sample.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text: 5",
                "text: 5.5",
                "text: true",
                "text: [a]",
                "number: '5'",
                "number: .nan",
                "number: .inf",
                "number: five",
                "texts:\n  -\n",
                "texts: [~]",
                "weights: {a: }",
                "day: 2026-04-31",
                "text: a\ntext: b",
                "text: a\n---\ntext: b",
                "text: &a b\ntexts: [*a]",
                "text: a\n  b: c",
                "\ttext: a",
                "unknown: a"
            })
    void yaml_is_read_as_strictly_as_json(String document) {
        assertThatThrownBy(() -> YAML.readValue(document, Sample.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void yaml_takes_a_day_and_words_without_quotes() throws JsonProcessingException {
        var sample = YAML.readValue("text: some words\nday: 2026-04-08\nkind: rating", Sample.class);
        assertThat(sample.text()).isEqualTo("some words");
        assertThat(sample.day()).isEqualTo(LocalDate.of(2026, 4, 8));
        assertThat(sample.kind()).isEqualTo(Kind.RATING);
    }

    // ---- Text

    @ParameterizedTest
    @MethodSource("mappers")
    void text_is_brought_to_normal_form_c(ObjectMapper mapper) throws JsonProcessingException {
        var sample = mapper.readValue("{\"text\": \"Caf\\u0065\\u0301\", \"texts\": [\"A\\u030a\"]}", Sample.class);
        assertThat(sample.text()).isEqualTo("Caf\u00e9");
        assertThat(sample.texts()).containsExactly("\u00c5");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void keys_are_in_normal_form_c_or_refused(ObjectMapper mapper) throws JsonProcessingException {
        assertThat(mapper.readValue("{\"weights\": {\"\\u00e9\": 1}}", Sample.class)
                        .weights())
                .containsOnlyKeys("\u00e9");
        assertThatThrownBy(() -> mapper.readValue("{\"weights\": {\"\\u0065\\u0301\": 1}}", Sample.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void characters_beyond_the_basic_plane_are_text(ObjectMapper mapper) throws JsonProcessingException {
        var sample = mapper.readValue("{\"text\": \"\uD83D\uDE42\"}", Sample.class);
        assertThat(sample.text()).isEqualTo("🙂");
        assertThat(JSON.readValue("{\"text\": \"\\ud83d\\ude42\"}", Sample.class)
                        .text())
                .isEqualTo("🙂");
    }

    // ---- Depth

    @ParameterizedTest
    @MethodSource("nested")
    void a_hundred_thousandfold_nesting_is_refused(ObjectMapper mapper, String document, Class<?> type) {
        assertThatThrownBy(() -> mapper.readValue(document, type)).isInstanceOf(JsonProcessingException.class);
    }

    static Stream<Arguments> nested() {
        int depth = 100_000;
        return mappers().flatMap(mapper -> Stream.of(
                        "[".repeat(depth),
                        "[".repeat(depth) + "]".repeat(depth),
                        "{\"samples\":[".repeat(depth),
                        "{\"samples\":[".repeat(depth) + "]}".repeat(depth),
                        "{\"text\":" + "[".repeat(depth) + "]".repeat(depth) + "}",
                        "{\"texts\":" + "[".repeat(depth) + "]".repeat(depth) + "}",
                        "{\"unknown\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}")
                .flatMap(document -> Stream.of(Sample.class, Comparison.class, JsonNode.class, Object.class)
                        .map(type -> Arguments.of(mapper, document, type))));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void a_number_of_no_known_type_loses_no_digits(ObjectMapper mapper) throws JsonProcessingException {
        assertThat(mapper.readValue("0.12345678901234567890123", Object.class))
                .isEqualTo(new BigDecimal("0.12345678901234567890123"));
    }

    // ---- Writing

    @Test
    void numbers_are_written_plainly_and_times_in_iso_8601() throws JsonProcessingException {
        record Written(BigDecimal number, LocalDate day, Instant time, String absent) {}
        assertThat(JSON.writeValueAsString(new Written(
                        new BigDecimal("5.52E4"),
                        LocalDate.of(2026, 4, 8),
                        Instant.parse("2026-11-22T12:00:00Z"),
                        null)))
                .isEqualTo(
                        "{\"number\":55200,\"day\":\"2026-04-08\",\"time\":\"2026-11-22T12:00:00Z\",\"absent\":null}");
    }
}
