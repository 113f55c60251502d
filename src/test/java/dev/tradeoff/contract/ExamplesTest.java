package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples in the OpenAPI document are what the service answers on its first content, lists cut to two items. After
 * a change that is meant, {@code ./mvnw test -Dtest=ExamplesTest -Dtradeoff.update=true} writes them anew.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class ExamplesTest {

    private static final Path FOLDER = Path.of("src/main/resources/openapi/examples");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int SHOWN = 2;
    private static final String WHEN = "2026-11-22T12:00:00Z";

    @TestFactory
    Stream<DynamicTest> each_example_is_what_the_service_answers() {
        return OpenApiDocument.served().operations().stream()
                .flatMap(operation ->
                        OpenApiDocument.names(operation
                                        .json()
                                        .path("responses")
                                        .path("200")
                                        .path("content"))
                                .stream()
                                .map(type ->
                                        dynamicTest(operation.id() + " as " + type, () -> compare(operation, type))));
    }

    @TestFactory
    Stream<DynamicTest> trying_out_the_examples_of_an_operation_succeeds() {
        return OpenApiDocument.served().operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var query = operation.parameters("query").stream()
                            .filter(parameter -> parameter.has("example"))
                            .map(p -> p.path("name").asText() + "="
                                    + p.path("example").asText())
                            .collect(Collectors.joining("&"));
                    var address = operation.examplePath() + (query.isEmpty() ? "" : "?" + query);
                    assertThat(Service.get(address).statusCode()).as(address).isEqualTo(200);
                }));
    }

    private static void compare(OpenApiDocument.Operation operation, String type) throws IOException {
        var answer = Service.request()
                .header("Accept", type)
                .get(operation.examplePath())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        boolean text = type.startsWith("text/");
        var file = FOLDER.resolve(operation.id() + (text ? ".txt" : ".json"));
        var example = text ? answer : JSON.writeValueAsString(cut(OpenApiDocument.tree(answer))) + "\n";
        if (Boolean.getBoolean("tradeoff.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, example);
        }
        assertThat(file).hasContent(example);
    }

    private static JsonNode cut(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > SHOWN) {
                array.remove(array.size() - 1);
            }
        }
        if (node instanceof ObjectNode object && object.has("publishedAt")) {
            object.put("publishedAt", WHEN);
        }
        node.forEach(ExamplesTest::cut);
        return node;
    }
}
