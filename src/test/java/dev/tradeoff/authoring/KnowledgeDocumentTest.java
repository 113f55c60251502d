package dev.tradeoff.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.knowledge.Examples;
import dev.tradeoff.shared.json.JsonRules;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.technology.Technology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document of knowledge may be, and what is said of one that is none. */
class KnowledgeDocumentTest {

    private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
            JsonRules.apply(new com.fasterxml.jackson.databind.ObjectMapper());
    private static final YAMLMapper YAML = JsonRules.apply(new YAMLMapper());

    @Test
    void a_comparison_is_read_as_json_and_as_yaml() throws IOException {
        var document = ComparisonDocument.of(Examples.comparison());
        assertThat(told(KnowledgeDocument.json(JSON.writeValueAsBytes(document))))
                .containsExactly(" kafka-vs-pulsar");
        assertThat(told(KnowledgeDocument.yaml(YAML.writeValueAsBytes(document))))
                .containsExactly(" kafka-vs-pulsar");
        KnowledgeDocument.yaml(YAML.writeValueAsBytes(document)).read(new KnowledgeDocument.Reader() {
            @Override
            public void technology(Technology technology) {}

            @Override
            public void comparison(String pointer, ComparisonDocument comparison) {
                assertThat(comparison.comparison()).isEqualTo(Examples.comparison());
            }
        });
    }

    @Test
    void an_export_is_read_one_after_the_other_whatever_comes_first() {
        assertThat(told(json("""
                {"comparisons": [{"slug": "a"}, {"revision": 3, "publishedAt": "2026-11-22T12:00:00Z", "slug": "b"}],
                 "technologies": [{"slug": "t"}]}"""))).containsExactly("/comparisons/0 a", "/comparisons/1 b", "technology t");
        assertThat(told(yaml("technologies:\n- slug: t\n"))).containsExactly("technology t");
        assertThat(told(json("{\"technologies\": [], \"comparisons\": []}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                              | ``                       | is empty",
                "null                                            | ``                       | must be an object",
                "[]                                              | ``                       | must be an object",
                "{\"slug\": \"a\"                                | /slug                    | ends too early",
                "{\"slug\": \"a\"} x                             | ``                       | cannot be read",
                "{\"slug\": \"a\"} {}                            | ``                       | goes on after its end",
                "{\"slug\": \"a\", \"slug\": \"b\"}              | /slug                    | has the same field twice",
                "{\"slug\": 1}                                   | /slug                    | must be text",
                "{\"slug\": \"a\", \"x\": 1}                     | /x                       | is no field here; there are",
                "{\"slug\": \"a\", \"comparisons\": []}          | /comparisons             | is no field here; there are",
                "{\"comparisons\": {}}                           | /comparisons             | must be a list",
                "{\"comparisons\": [null]}                       | /comparisons/0           | must be an object",
                "{\"comparisons\": [], \"a/b\": []}              | /a~1b                    | is no field here; there are comparisons, technologies",
                "{\"comparisons\": [], \"comparisons\": []}      | /comparisons             | has the same field twice",
                "{\"comparisons\": [{\"factors\": [{\"weight\": \"3\"}]}]} | /comparisons/0/factors/0/weight | must be a number",
                "{\"comparisons\": [{\"factors\": [null]}]}      | /comparisons/0/factors/0 | must not be null",
                "{\"title\": \"\\u0000\"}                        | /title                   | must be text without NUL",
                "{\"title\": \"\\ud800\"}                        | /title                   | must be text without NUL",
                "{\"technologies\": [{\"slug\": \"a\", \"kind\": \"thing\"}]} | /technologies/0/kind | must be one of runtime"
            })
    void what_is_wrong_is_told_with_its_place(String json, String pointer, String detail) {
        var flaw = flaw(json(json));
        assertThat(flaw.pointer()).isEqualTo(pointer);
        assertThat(flaw.detail()).startsWith(detail);
        if (!json.isEmpty()) {
            assertThat(flaw.detail()).contains("line 1, column ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "slug: a\\ntitle: [                              | /title        | must be text",
                "slug: a\\nslug: b                               | /slug         | has the same field twice",
                "slug: a\\ntags: [&x y, *x]                      | /tags/1         | is an alias",
                "slug: a\\noptions: *x                           | /options      | is an alias",
                "factors:\\n- slug: a\\n  kind: *rating          | /factors/0/kind | is an alias",
                "slug: a\\n<<: {title: b}                        | /<<           | is no field here",
                "slug: a\\n---\\nslug: b                         | ``            | goes on after its end",
                "slug: a\\ntitle: yes                            | /title        | must be text",
                "slug: a\\nfactors:\\n- weight: 1e999999999      | /factors/0 | a number may have at most"
            })
    void what_is_wrong_in_yaml_is_told_with_its_place(String yaml, String pointer, String detail) {
        var flaw = flaw(yaml(yaml.replace("\\n", "\n")));
        assertThat(flaw.detail()).startsWith(detail).contains("line ");
        assertThat(flaw.pointer()).isEqualTo(pointer);
    }

    @Test
    void what_is_nested_without_end_costs_nothing() {
        for (var document : List.of(
                json("{\"tags\": " + "[".repeat(1_000_000)),
                json("{\"x\": " + "{\"x\":".repeat(1_000_000)),
                yaml("tags: " + "[".repeat(100_000)),
                yaml("tags: " + "{a: ".repeat(100_000)),
                yaml("tags:\n" + "- ".repeat(10_000)))) {
            assertThat(catchThrowableOfType(Refused.class, () -> told(document)).problem())
                    .isInstanceOf(Problem.InvalidBody.class);
        }
    }

    @Test
    void a_bomb_of_aliases_does_not_go_off() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'j'; c++) {
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + (char) (c - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThat(flaw(yaml(bomb.toString())).detail()).startsWith("is an alias");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        for (var bytes :
                List.of(new byte[] {(byte) 0xff, 0}, new byte[] {'{', '"', (byte) 0xc3, '"', '}'}, new byte[16])) {
            assertThat(catchThrowableOfType(Refused.class, () -> told(KnowledgeDocument.json(bytes)))
                            .problem())
                    .isInstanceOf(Problem.InvalidBody.class);
            assertThat(catchThrowableOfType(Refused.class, () -> told(KnowledgeDocument.yaml(bytes)))
                            .problem())
                    .isInstanceOf(Problem.InvalidBody.class);
        }
    }

    @Test
    void a_yaml_of_many_megabytes_is_read() {
        var text = new StringBuilder("slug: a\nfaqs:\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("- slug: f")
                    .append(i)
                    .append("\n  question: ")
                    .append("Why? ".repeat(20))
                    .append("\n");
        }
        assertThat(text.length()).isGreaterThan(6_000_000);
        assertThat(told(yaml(text.toString()))).containsExactly(" a");
    }

    @Test
    void places_have_lines() {
        var document = yaml("slug: a\n\nfactors:\n- slug: b\n  name: c\n- slug: d\n");
        assertThat(document.lines(Set.of("/factors/1/slug", "/factors/0/question", "/options")))
                .containsEntry("/factors/1/slug", 6)
                .containsEntry("/factors/0/question", 4)
                .containsEntry("/options", 1);
    }

    private static KnowledgeDocument json(String text) {
        return KnowledgeDocument.json(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KnowledgeDocument yaml(String text) {
        return KnowledgeDocument.yaml(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem.Flaw flaw(KnowledgeDocument document) {
        var problem = catchThrowableOfType(Refused.class, () -> told(document)).problem();
        return ((Problem.InvalidBody) problem).errors().getFirst();
    }

    private static List<String> told(KnowledgeDocument document) {
        var told = new ArrayList<String>();
        document.read(new KnowledgeDocument.Reader() {
            @Override
            public void technology(Technology technology) {
                told.add("technology " + technology.slug());
            }

            @Override
            public void comparison(String pointer, ComparisonDocument comparison) {
                told.add(pointer + " " + comparison.comparison().slug());
            }
        });
        return told;
    }
}
