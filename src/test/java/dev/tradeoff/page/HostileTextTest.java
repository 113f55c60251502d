package dev.tradeoff.page;

import static dev.tradeoff.page.Browser.get;
import static dev.tradeoff.page.Browser.harmless;
import static dev.tradeoff.page.Browser.page;
import static dev.tradeoff.page.Browser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever an editor writes, wherever text may stand, is text on every page. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class HostileTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SHORT = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202E";
    private static final String MARKDOWN = SHORT
            + "\n\n[here](javascript:alert(1)) ![x](http://evil.example/x.png) <svg onload=alert(1)>\n\n# Loud\n\n"
            + "W".repeat(9_000);
    private static final String LONG_WORD = SHORT + "W".repeat(800);
    private static final String NAME = SHORT + "W".repeat(100);

    /** Of at most 200 characters, of at most 10,000 in Markdown, and the others of at most 1,000. */
    private static final Set<String> NAMES = Set.of("title", "name", "publisher", "unit");

    private static final Set<String> MARKDOWNS = Set.of("summary", "rationale", "description", "answer");

    private static final Set<String> LINES = Set.of(
            "question",
            "tagline",
            "verdict",
            "statement",
            "conditions",
            "origin",
            "text",
            "role",
            "bestFor",
            "examples",
            "when");

    private String slug;

    @BeforeEach
    void an_editor_writes_it_everywhere() throws IOException {
        slug = "hostile-" + UUID.randomUUID().toString().substring(0, 8);
        Service.as("editor")
                .contentType("application/json")
                .body(JSON.writeValueAsString(Map.of(
                        "name",
                        NAME,
                        "kind",
                        "framework",
                        "aliases",
                        List.of(slug + SHORT.toLowerCase(java.util.Locale.ROOT)),
                        "summary",
                        MARKDOWN)))
                .put("/api/v1/technologies/" + slug)
                .then()
                .statusCode(201);
        var comparison = (ObjectNode) JSON.readTree(Service.get(Service.FIRST).asString());
        comparison.remove(List.of("slug", "revision", "publishedAt"));
        dropWeakClaims(comparison);
        spoil(comparison);
        ((ObjectNode) comparison.at("/options/0")).put("technology", slug);
        ((ObjectNode) comparison.at("/claims/0")).put("subject", slug);
        Service.as("editor")
                .contentType("application/json")
                .body(comparison.toString())
                .put("/api/v1/comparisons/" + slug + "/draft")
                .then()
                .statusCode(201);
        Service.as("publisher")
                .contentType("application/json")
                .header("If-Match", "*")
                .body(JSON.writeValueAsString(Map.of("message", LONG_WORD)))
                .post("/api/v1/comparisons/" + slug + "/revisions")
                .then()
                .statusCode(201);
    }

    private static void dropWeakClaims(JsonNode node) {
        node.findParents("weakClaims").forEach(parent -> ((ObjectNode) parent).remove("weakClaims"));
    }

    private static void spoil(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                var name = field.getKey();
                if (field.getValue() instanceof TextNode && !name.equals("slug")) {
                    object.put(name, spoiled(name, field.getValue().asText()));
                } else if (field.getValue() instanceof ArrayNode list && LINES.contains(name)) {
                    for (int i = 0; i < list.size(); i++) {
                        list.set(i, TextNode.valueOf(LONG_WORD));
                    }
                } else if (name.equals("scale")) {
                    field.getValue().fieldNames().forEachRemaining(step -> ((ObjectNode) field.getValue())
                            .put(step, LONG_WORD));
                } else {
                    spoil(field.getValue());
                }
            });
        } else {
            node.forEach(HostileTextTest::spoil);
        }
    }

    private static String spoiled(String field, String text) {
        if (NAMES.contains(field)) {
            return NAME;
        }
        if (MARKDOWNS.contains(field)) {
            return MARKDOWN;
        }
        return LINES.contains(field) ? LONG_WORD : text;
    }

    @Test
    void it_is_shown_as_text_on_every_page() {
        for (var path : List.of(
                "/",
                "/comparisons/" + slug,
                "/comparisons/" + slug + "/revisions",
                "/comparisons/" + slug + "/revisions/1",
                "/technologies/" + slug,
                "/comparisons/" + slug + "/recommend",
                "/?q=alert")) {
            var page = page(path);
            harmless(page);
            assertThat(page.body().text()).as(path).contains("<script>alert(1)</script>");
            assertThat(page.select("h1")).as(path).hasSize(1);
        }
    }

    @Test
    void it_does_not_end_what_machines_read() throws IOException {
        var data = page("/comparisons/" + slug).select("script[type=application/ld+json]");
        assertThat(data).hasSize(1);
        assertThat(data.first().data()).doesNotContain("<");
        var graph = JSON.readTree(data.first().data()).path("@graph");
        assertThat(graph.findValuesAsText("headline")).containsExactly(NAME);
    }

    @Test
    void it_is_harmless_in_what_is_said_of_an_address() {
        var answer = get("/comparisons/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(answer.statusCode()).isEqualTo(404);
        harmless(read(answer));
    }

    @Test
    void an_archived_comparison_says_so_and_leads_to_its_history() {
        Service.as("admin")
                .header("If-Match", "*")
                .delete("/api/v1/comparisons/" + slug)
                .then()
                .statusCode(204);
        var answer = get("/comparisons/" + slug);
        assertThat(answer.statusCode()).isEqualTo(410);
        var page = read(answer);
        harmless(page);
        assertThat(Browser.links(page)).contains("/comparisons/" + slug + "/revisions");
        assertThat(page("/comparisons/" + slug + "/revisions").text()).contains("archived");
        assertThat(page("/comparisons/" + slug + "/revisions/1").text()).contains("archived");
        assertThat(get("/sitemap.xml").asString()).doesNotContain("/comparisons/" + slug);
        assertThat(Browser.links(page("/"))).doesNotContain("/comparisons/" + slug);
    }

    @Test
    void a_new_revision_is_shown_at_once_and_says_what_it_changed() throws IOException {
        var path = "/comparisons/" + slug;
        page(path);
        page(path);
        var draft = "/api/v1/comparisons/" + slug + "/draft";
        Service.as("editor")
                .contentType("application/merge-patch+json")
                .header("If-Match", Service.as("editor").get(draft).header("ETag"))
                .body("{\"title\": \"A calm title\"}")
                .patch(draft)
                .then()
                .statusCode(200);
        Service.as("publisher")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"message\": \"Calmed\"}")
                .post("/api/v1/comparisons/" + slug + "/revisions")
                .then()
                .statusCode(201);
        assertThat(page(path).select("h1").text()).isEqualTo("A calm title");
        var earlier = page(path + "?revision=1");
        assertThat(earlier.select("[role=note]").text()).contains("You read revision 1");
        assertThat(earlier.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        var changes = page(path + "/revisions/2");
        assertThat(changes.select(".changes li")).hasSize(1);
        assertThat(changes.select(".changes").text()).contains("title changed");
        assertThat(Browser.links(changes)).contains(path + "/revisions/1");
    }
}
