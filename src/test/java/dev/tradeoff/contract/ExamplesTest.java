package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
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

    /** A search without a question is but a list. */
    private static final String ASKED = "?q=pyhton%20concurrency";

    @TestFactory
    Stream<DynamicTest> each_example_is_what_the_service_answers() {
        return reading()
                .flatMap(operation ->
                        OpenApiDocument.names(operation
                                        .json()
                                        .path("responses")
                                        .path("200")
                                        .path("content"))
                                .stream()
                                .filter(type -> !type.endsWith("ndjson")) // each line is a whole comparison
                                .map(type ->
                                        dynamicTest(operation.id() + " as " + type, () -> compare(operation, type))));
    }

    @TestFactory
    Stream<DynamicTest> trying_out_the_examples_of_an_operation_succeeds() {
        return reading()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var query = operation.parameters("query").stream()
                            .filter(parameter -> parameter.has("example"))
                            .flatMap(Example::query)
                            .collect(Collectors.joining("&"));
                    var address = operation.examplePath() + (query.isEmpty() ? "" : "?" + query);
                    assertThat(Service.as("admin").get(address).statusCode())
                            .as(address)
                            .isEqualTo(200);
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_example_of_a_computation_is_answered_as_it_is_shown() {
        return OpenApiDocument.served().operations().stream()
                .filter(OpenApiDocument.Operation::isComputation)
                .flatMap(operation -> OpenApiDocument.names(sent(operation)).stream()
                        .map(name ->
                                dynamicTest(operation.id() + " of " + name, () -> compareComputed(operation, name))));
    }

    private static JsonNode sent(OpenApiDocument.Operation operation) {
        return operation.json().at("/requestBody/content/application~1json/examples");
    }

    private static void compareComputed(OpenApiDocument.Operation operation, String name) throws IOException {
        var answer = Service.request()
                .contentType("application/json")
                .body(sent(operation).path(name).path("value").toString())
                .post(operation.examplePath())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Example.compareWhole(operation.id() + "." + name, answer);
    }

    private static void compare(OpenApiDocument.Operation operation, String type) throws IOException {
        var answer = Service.as("admin")
                .header("Accept", type)
                .get(operation.id().equals("search") ? operation.examplePath() + ASKED : operation.examplePath())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Example.isDerived(operation)) {
            Example.compare(operation, 200, answer);
        } else {
            Example.compare(operation.id(), type, answer);
        }
    }

    /** Tokens, webhooks and the audit differ from run to run; their examples are written by hand. */
    private static Stream<OpenApiDocument.Operation> reading() {
        return OpenApiDocument.served().operations().stream()
                .filter(operation -> operation.method().equals("get"))
                .filter(operation -> !operation.isEndless())
                .filter(operation -> !List.of("Access", "Webhooks")
                        .contains(operation.json().at("/tags/0").asText()));
    }
}
