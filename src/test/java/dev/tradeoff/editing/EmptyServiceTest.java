package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.as;
import static dev.tradeoff.contract.Service.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.authoring.ComparisonDocument;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.json.JsonRules;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that begins empty becomes, byte for byte, what was exported elsewhere. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(EmptyServiceTest.Empty.class)
class EmptyServiceTest {

    public static final class Empty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tradeoff.content.bundled", "false");
        }
    }

    private static final YAMLMapper YAML = JsonRules.apply(new YAMLMapper());

    @Inject
    ObjectMapper json;

    @Test
    void what_is_exported_and_imported_is_exported_as_the_same_bytes() throws IOException {
        get("/api/v1/comparisons").then().body("items", empty());
        assertThat(get("/api/v1/export").asString()).isEqualTo("{\"technologies\":[],\"comparisons\":[]}");
        var plain = export(false);
        var withHistory = export(true);
        as("publisher")
                .contentType("application/json")
                .body(withHistory)
                .post("/api/v1/import")
                .then()
                .statusCode(200)
                .body("comparisons.outcome", everyItem(equalTo("added")));
        assertThat(get("/api/v1/export?history=true").asString()).isEqualTo(withHistory);
        assertThat(get("/api/v1/export").asString()).isEqualTo(plain);
        as("publisher")
                .contentType("application/json")
                .body(withHistory)
                .post("/api/v1/import")
                .then()
                .statusCode(200)
                .body("technologies.added", empty())
                .body("technologies.changed", empty())
                .body("comparisons.outcome", everyItem(equalTo("unchanged")));
    }

    /** The content of the program, as a service that has it exports it; with a history that was made up. */
    private String export(boolean history) throws IOException {
        var technologies = YAML.readTree(resource("technologies.yaml")).get("technologies");
        var export = json.createObjectNode();
        var sorted = export.putArray("technologies");
        technologies
                .valueStream()
                .map(tree -> json.convertValue(tree, dev.tradeoff.technology.Technology.class))
                .sorted(java.util.Comparator.comparing(dev.tradeoff.technology.Technology::slug))
                .forEach(technology -> sorted.add(json.valueToTree(technology)));
        var comparisons = export.putArray("comparisons");
        for (var name :
                java.util.List.of("nodejs-vs-python-backend", "nodejs-web-frameworks", "python-web-frameworks")) {
            var comparison = YAML.readValue(resource("comparisons/" + name + ".yaml"), Comparison.class);
            ObjectNode tree = json.valueToTree(ComparisonDocument.of(comparison));
            if (history) {
                tree.set(
                        "revisions",
                        json.valueToTree(java.util.List.of(
                                revision(comparison, 1, "An older title", "2026-01-01T00:00:00Z"),
                                revision(comparison, 2, comparison.title(), "2026-01-02T03:04:05.678901Z"))));
            }
            comparisons.add(tree);
        }
        export.findParents("weights").forEach(parent -> asStored((ObjectNode) parent));
        return json.writeValueAsString(export);
    }

    /** PostgreSQL keeps maps by the length of their keys, and those of one length in their order. */
    private void asStored(ObjectNode useCase) {
        var weights = useCase.get("weights");
        if (weights != null && weights.isObject()) {
            var sorted = json.createObjectNode();
            weights.propertyStream()
                    .sorted(java.util.Comparator.comparingInt(
                                    (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> e) ->
                                            e.getKey().length())
                            .thenComparing(Map.Entry::getKey))
                    .forEach(entry -> sorted.set(entry.getKey(), entry.getValue()));
            useCase.set("weights", sorted);
        }
    }

    private ObjectNode revision(Comparison comparison, int number, String title, String time) {
        var whole = (ObjectNode) json.valueToTree(ComparisonDocument.of(comparison));
        whole.put("title", title);
        var ordered = json.createObjectNode();
        whole.properties().forEach(field -> {
            ordered.set(field.getKey(), field.getValue());
            if (field.getKey().equals("tags")) {
                ordered.put("revision", number)
                        .put("publishedAt", time)
                        .put("publishedBy", "ann")
                        .put("message", "Number " + number);
            }
        });
        return ordered;
    }

    private static String resource(String name) throws IOException {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("content/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
