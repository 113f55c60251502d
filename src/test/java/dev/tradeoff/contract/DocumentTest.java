package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the OpenAPI document owes its readers. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class DocumentTest {

    @TestFactory
    Stream<DynamicTest> each_operation_is_described() {
        return OpenApiDocument.served().operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var json = operation.json();
                    assertThat(operation.id()).isNotBlank();
                    assertThat(json.path("summary").asText()).isNotBlank();
                    assertThat(json.path("description").asText()).isNotBlank();
                    assertThat(json.path("tags")).hasSize(1);
                    json.path("parameters").forEach(parameter -> {
                        var name = parameter.path("name").asText();
                        assertThat(parameter.path("description").asText())
                                .as(name)
                                .isNotBlank();
                        assertThat(parameter.has("example")
                                        || parameter.path("schema").has("examples"))
                                .as("%s has an example", name)
                                .isTrue();
                    });
                    json.path("responses").forEach(response -> response.path("content")
                            .forEach(media -> assertThat(media.has("example") || media.has("examples"))
                                    .isTrue()));
                    json.at("/requestBody/content")
                            .forEach(media -> assertThat(media.has("example") || media.has("examples"))
                                    .as("example of what is sent")
                                    .isTrue());
                    var statuses = OpenApiDocument.names(json.path("responses"));
                    assertThat(statuses).contains("400", "406", "500", "default");
                    if (operation.method().equals("get")) {
                        assertThat(statuses).contains("200", "304");
                    } else if (operation.isComputation()) {
                        assertThat(statuses).contains("200", "413", "415", "422", "503");
                    } else {
                        assertThat(statuses).contains("401", "403", "429", "503");
                    }
                }));
    }

    @Test
    void operation_ids_are_unique() {
        assertThat(OpenApiDocument.served().operations().stream().map(OpenApiDocument.Operation::id))
                .doesNotHaveDuplicates();
    }

    /** Two records of one name would share it, and the second get a number: no name for a type in anybody's program. */
    @Test
    void each_schema_has_a_name_of_its_own() {
        assertThat(OpenApiDocument.names(OpenApiDocument.served().json().at("/components/schemas")))
                .noneMatch(name -> Character.isDigit(name.charAt(name.length() - 1)));
    }

    @Test
    void each_collection_of_a_comparison_has_paths_and_a_schema_of_its_own() {
        var schemas = Stream.of(
                        "options",
                        "topics",
                        "factors",
                        "findings",
                        "use-cases",
                        "claims",
                        "sources",
                        "faqs",
                        "recommendations")
                .map(collection -> OpenApiDocument.served()
                        .json()
                        .path("paths")
                        .path("/api/v1/comparisons/{comparison}/" + collection + "/{slug}")
                        .at("/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .collect(Collectors.toList());
        assertThat(schemas)
                .allMatch(reference -> reference.startsWith("#/components/schemas/"))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_server_is_wherever_the_document_is() {
        assertThat(OpenApiDocument.served().json().at("/servers/0/url").asText())
                .isEqualTo("/");
    }
}
