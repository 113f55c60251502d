package dev.tradeoff.technology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.knowledge.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TechnologyRulesTest {

    private static final Technology JAVASCRIPT = technology("javascript", null, "js", "ecmascript");
    private static final Technology NODEJS = technology("nodejs", "javascript", "node", "node.js");
    private static final Technology NPM = technology("npm", "nodejs");

    @Test
    void names_that_differ_and_wholes_that_exist_are_all_that_is_asked() {
        assertReported(List.of(JAVASCRIPT, NODEJS, NPM));
        assertReported(List.of(NPM, NODEJS, JAVASCRIPT));
        assertReported(List.of());
    }

    // ---- Names

    @Test
    void a_slug_stands_there_once() {
        assertReported(
                List.of(JAVASCRIPT, technology("javascript", null)),
                new Violation("/technologies/1/slug", "stands there twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Node.js", "node.js", "node js", "-node", "node-", ""})
    void a_slug_is_kebab_case(String slug) {
        assertReported(
                List.of(technology(slug, null)),
                new Violation("/technologies/0/slug", "must be kebab-case, 1 to 80 characters"));
    }

    @Test
    void an_alias_is_no_slug_of_another_whichever_comes_first() {
        var violation = "is a name of javascript already: javascript";
        var alias = technology("typescript", null, "ts", "javascript");
        assertReported(List.of(JAVASCRIPT, alias), new Violation("/technologies/1/aliases/1", violation));
        assertReported(List.of(alias, JAVASCRIPT), new Violation("/technologies/0/aliases/1", violation));
    }

    @Test
    void an_alias_is_no_alias_of_another() {
        assertReported(
                List.of(JAVASCRIPT, technology("java", null, "js")),
                new Violation("/technologies/1/aliases/0", "is a name of javascript already: js"));
    }

    @Test
    void an_alias_is_neither_the_own_slug_nor_another_own_alias() {
        assertReported(
                List.of(technology("python", null, "python", "py", "py")),
                new Violation("/technologies/0/aliases/0", "is a name of python already: python"),
                new Violation("/technologies/0/aliases/2", "is a name of python already: py"));
    }

    @Test
    void an_alias_is_in_lower_case() {
        assertReported(
                List.of(technology("python", null, "Py")),
                new Violation("/technologies/0/aliases/0", "must be in lower case"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void an_alias_says_something(String blank) {
        assertReported(
                List.of(technology("python", null, blank)),
                new Violation("/technologies/0/aliases/0", "must be 1 to 200 characters"));
    }

    @Test
    void aliases_and_names_are_at_most_200_characters_long() {
        assertReported(List.of(named("n".repeat(200), "a".repeat(200))));
        assertReported(
                List.of(named("n".repeat(201), "a".repeat(201))),
                new Violation("/technologies/0/aliases/0", "must be 1 to 200 characters"),
                new Violation("/technologies/0/name", "must be 1 to 200 characters"));
        assertReported(List.of(named(" ", "py")), new Violation("/technologies/0/name", "must be 1 to 200 characters"));
    }

    // ---- Wholes and parts

    @Test
    void a_whole_exists() {
        assertReported(
                List.of(NODEJS, JAVASCRIPT, technology("django", "python")),
                new Violation("/technologies/2/partOf", "names no technology: python"));
    }

    @Test
    void an_alias_names_no_whole() {
        assertReported(
                List.of(JAVASCRIPT, technology("react", "js")),
                new Violation("/technologies/1/partOf", "names no technology: js"));
    }

    @Test
    void nothing_is_part_of_itself() {
        assertReported(
                List.of(technology("egg", "egg")),
                new Violation("/technologies/0/partOf", "makes it a part of itself"));
    }

    @Test
    void all_in_a_circle_are_reported_and_those_outside_it_are_not() {
        assertReported(
                List.of(
                        technology("shell", "egg"),
                        technology("egg", "hen"),
                        technology("hen", "farm"),
                        technology("farm", "egg"),
                        JAVASCRIPT),
                new Violation("/technologies/1/partOf", "makes it a part of itself"),
                new Violation("/technologies/2/partOf", "makes it a part of itself"),
                new Violation("/technologies/3/partOf", "makes it a part of itself"));
    }

    // ---- The rest

    @Test
    void it_has_a_kind() {
        assertReported(
                List.of(new Technology("python", "Python", null, List.of(), null, "", null)),
                new Violation("/technologies/0/kind", "is missing"));
    }

    @Test
    void its_summary_is_at_most_10000_characters_long() {
        assertReported(List.of(described("s".repeat(10_000), null)));
        assertReported(
                List.of(described("s".repeat(10_001), null)),
                new Violation("/technologies/0/summary", "must be at most 10000 characters"));
    }

    @Test
    void its_home_page_is_on_the_web() {
        assertReported(List.of(described("", "https://www.python.org")));
        assertReported(
                List.of(described("", "javascript:alert(1)")),
                new Violation(
                        "/technologies/0/url", "must be an absolute http or https address of at most 1000 characters"));
    }

    @Test
    void all_broken_rules_are_reported() {
        assertThat(TechnologyRules.check(List.of(
                        technology("Python", "snake", "PY"),
                        new Technology("", "", null, null, null, null, "ftp://a"))))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/technologies/0/slug",
                        "/technologies/0/aliases/0",
                        "/technologies/0/partOf",
                        "/technologies/1/slug",
                        "/technologies/1/name",
                        "/technologies/1/kind",
                        "/technologies/1/url");
    }

    @Test
    void absent_text_and_aliases_are_empty() {
        assertThat(new Technology(null, null, null, null, null, null, null))
                .isEqualTo(new Technology("", "", null, List.of(), null, "", null));
    }

    private static void assertReported(List<Technology> technologies, Violation... violations) {
        assertThat(TechnologyRules.check(technologies)).containsExactly(violations);
    }

    private static Technology technology(String slug, String partOf, String... aliases) {
        return new Technology(slug, "A name", Technology.Kind.LIBRARY, List.of(aliases), partOf, "", null);
    }

    private static Technology named(String name, String alias) {
        return new Technology("python", name, Technology.Kind.LANGUAGE, List.of(alias), null, "", null);
    }

    private static Technology described(String summary, String url) {
        return new Technology("python", "Python", Technology.Kind.LANGUAGE, List.of(), null, summary, url);
    }
}
