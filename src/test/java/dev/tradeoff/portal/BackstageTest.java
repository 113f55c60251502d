package dev.tradeoff.portal;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Backstage reads of the service. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class BackstageTest {

    private static final String CATALOG = "/portal/backstage/catalog-info.yaml";
    private static final String RADAR = "/portal/backstage/tech-radar.json";
    private static final Path VALIDATORS = Path.of("src/test/backstage");

    @Test
    void its_own_validators_accept_it() throws IOException, InterruptedException {
        Program.assumeInstalled(
                Files.isDirectory(VALIDATORS.resolve("node_modules")),
                "TRADEOFF_REQUIRE_BACKSTAGE",
                "npm ci --prefix " + VALIDATORS);
        var said = Program.run(VALIDATORS, Map.of(), "node", "check.mjs", "http://localhost:" + RestAssured.port);
        assertThat(said).startsWith("component:default/tradeoff, api:default/tradeoff; ");
    }

    @Test
    void the_catalogue_gets_a_component_and_the_api_that_it_provides() throws IOException {
        var entities = entities("tradeoff.example.org:8443");
        assertThat(entities).extracting(entity -> entity.path("kind").asText()).containsExactly("Component", "API");
        var api = entities.get(1);
        assertThat(api.at("/spec/definition/$text").asText()).isEqualTo("http://tradeoff.example.org:8443/q/openapi");
        for (var entity : entities) {
            assertThat(entity.at("/metadata/name").asText()).isEqualTo("tradeoff");
            assertThat(entity.at("/spec/owner").asText()).isEqualTo("unknown");
            assertThat(entity.at("/spec/lifecycle").asText()).isEqualTo("production");
            assertThat(entity.at("/spec").has("system")).isFalse();
            entity.at("/metadata/links")
                    .forEach(link ->
                            assertThat(link.path("url").asText()).startsWith("http://tradeoff.example.org:8443/"));
        }
    }

    private static List<JsonNode> entities(String host) throws IOException {
        var answer = request().header("Host", host).get(CATALOG);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/yaml;charset=UTF-8");
        var yaml = new YAMLMapper();
        try (var documents = yaml.readerFor(JsonNode.class).<JsonNode>readValues(answer.asString())) {
            return documents.readAll();
        }
    }

    @Test
    void the_radar_has_four_quadrants_and_what_published_comparisons_know() {
        var radar = get(RADAR).jsonPath();
        assertThat(radar.getList("quadrants.id", String.class))
                .containsExactly("languages-and-runtimes", "frameworks-and-libraries", "platforms", "practices");
        assertThat(radar.getList("rings.id", String.class)).containsExactly("adopt", "trial", "assess", "hold");
        assertThat(new HashSet<>(radar.getList("entries.quadrant", String.class)))
                .hasSize(4);
        assertThat(radar.getList("entries.id", String.class))
                .contains("nodejs", "python", "express", "fastapi")
                .doesNotContain("starlette"); // of which nothing is published
    }

    @Test
    void what_nobody_has_decided_on_is_assessed_since_its_newest_comparison_and_says_so() {
        var python = get(RADAR).jsonPath().setRootPath("entries.find { it.id == 'python' }");
        var comparisons = get("/api/v1/comparisons?technology=python").jsonPath();
        var newest = comparisons.getList("items.publishedAt", String.class).stream()
                .max(String::compareTo)
                .orElseThrow();
        assertThat(python.getList("timeline.ringId", String.class)).containsExactly("assess");
        assertThat(python.getString("timeline[0].date")).isEqualTo(newest.substring(0, 10));
        assertThat(python.getInt("timeline[0].moved")).isZero();
        assertThat(python.getString("timeline[0].description")).startsWith("Nobody has decided on a ring.");
        assertThat(python.getString("url")).isEqualTo("http://localhost:" + RestAssured.port + "/technologies/python");
        assertThat(python.getString("description")).contains("/comparisons/nodejs-vs-python-backend)");
        assertThat(python.getList("links.url", String.class))
                .contains(
                        "http://localhost:" + RestAssured.port + "/comparisons/nodejs-vs-python-backend",
                        "https://www.python.org");
    }

    @Test
    void both_are_answered_by_their_tag_while_they_stand() {
        for (var address : List.of(CATALOG, RADAR)) {
            var tag = get(address).header("ETag");
            request().header("If-None-Match", tag).get(address).then().statusCode(304);
            request().header("If-None-Match", tag).get(address).then().statusCode(304);
            assertThat(get(address + "?what=1").statusCode()).isEqualTo(400);
        }
    }
}
