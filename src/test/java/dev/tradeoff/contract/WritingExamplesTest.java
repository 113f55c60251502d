package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whoever tries out a writing operation in Swagger UI, with the examples that are filled in, succeeds; and the examples of
 * its answers are what the service answers. One story, because what is written stays.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(WritingTried.class)
class WritingExamplesTest {

    /** In an order in which each finds what it needs. */
    private static final List<String> STORY = List.of(
            "putTechnology",
            "patchTechnology",
            "removeTechnology",
            "putDraft",
            "discardDraft",
            "putDraftMatrix",
            "patchDraft",
            "publishDraft",
            "restoreRevision",
            "archiveComparison",
            "unarchiveComparison",
            "importKnowledge",
            "createToken",
            "revokeToken",
            "createWebhook",
            "pingWebhook",
            "removeWebhook");

    /** What the first content's examples cannot show: they are used, or are made by the story itself. */
    private static final Set<Integer> REFUSED_FOR_A_REASON = Set.of(404, 409);

    @Test
    void trying_out_the_examples_writes_what_they_say() throws IOException {
        var told = new LinkedHashSet<String>();
        for (var operation : writing()) {
            if (Example.isDerived(operation)) {
                tell(operation);
                told.add(operation.id());
                Service.as("admin")
                        .header("If-Match", "*")
                        .delete(Service.FIRST + "/draft")
                        .then()
                        .statusCode(204);
            }
        }
        for (var id : STORY) {
            tell(writing().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow());
            told.add(id);
        }
        assertThat(told)
                .containsAll(
                        writing().stream().map(OpenApiDocument.Operation::id).toList());
    }

    private static List<OpenApiDocument.Operation> writing() {
        return OpenApiDocument.served().operations().stream()
                .filter(OpenApiDocument.Operation::isWrite)
                .toList();
    }

    private static void tell(OpenApiDocument.Operation operation) throws IOException {
        var answer = send(operation);
        boolean needsWhatIsThere =
                operation.method().equals("delete") || operation.id().equals("pingWebhook");
        if (needsWhatIsThere && REFUSED_FOR_A_REASON.contains(answer.statusCode())) {
            return;
        }
        assertThat(answer.statusCode()).as(operation.id() + answer.asString()).isBetween(200, 299);
        if (answer.statusCode() == 204) {
            return;
        }
        if (Example.isDerived(operation)) {
            Example.compare(operation, answer.statusCode(), answer.asString());
        } else {
            Example.compare(operation.id(), "application/json", answer.asString());
        }
    }

    private static Response send(OpenApiDocument.Operation operation) {
        var request = Service.as("admin");
        for (var header : operation.parameters("header")) {
            if (header.has("example")) {
                request.header(
                        header.path("name").asText(), header.path("example").asText());
            }
        }
        var content = operation.json().at("/requestBody/content");
        for (var type : new ArrayList<>(OpenApiDocument.names(content))) {
            var media = content.path(type);
            var example = media.has("example") ? media.path("example") : media.findPath("value");
            if (type.endsWith("json") || content.size() == 1) {
                assertThat(example.isMissingNode())
                        .as("example of " + operation.id())
                        .isFalse();
                request.header("Content-Type", type).body(example.isTextual() ? example.asText() : example.toString());
            }
        }
        return request.request(operation.method().toUpperCase(Locale.ROOT), operation.examplePath());
    }
}
