package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is sent to an operation that reads a body, and is none: each operation of the document, also of later ones. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class HostileBodiesTest {

    private static final int BEYOND_ALL_LIMITS = 11 * 1024 * 1024;

    /** Of the collections of a draft, which share their code, one. */
    private static Stream<OpenApiDocument.Operation> reading(boolean json) {
        return OpenApiDocument.served().operations().stream()
                .filter(operation -> operation.json().has("requestBody"))
                .filter(operation -> !operation.path().matches(".*/draft/(?!faqs|matrix)[a-z-]+(/.*)?"))
                .filter(operation -> !json || type(operation).endsWith("json"));
    }

    /** One of each family, for what takes its time. */
    private static Stream<OpenApiDocument.Operation> oneOfEachTag() {
        return reading(false)
                .collect(Collectors.toMap(
                        operation -> operation.json().at("/tags/0").asText(),
                        operation -> operation,
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()
                .stream();
    }

    private static String type(OpenApiDocument.Operation operation) {
        var types = OpenApiDocument.names(operation.json().at("/requestBody/content"));
        return types.stream()
                .filter(type -> type.endsWith("json"))
                .findFirst()
                .orElse(types.iterator().next());
    }

    private static Response send(OpenApiDocument.Operation operation, String type, byte[] body) {
        return send(operation, type, body, Map.of());
    }

    private static Response send(
            OpenApiDocument.Operation operation, String type, byte[] body, Map<String, String> headers) {
        return Service.as("admin")
                .headers(headers)
                .header("Content-Type", type)
                .body(body)
                .request(operation.method().toUpperCase(Locale.ROOT), operation.examplePath());
    }

    private static Map<String, byte[]> malformed() {
        var bodies = new LinkedHashMap<String, byte[]>();
        bodies.put("a number", bytes("7"));
        bodies.put("null", bytes("null"));
        bodies.put("a text", bytes("\"text\""));
        bodies.put("a list", bytes("[]"));
        bodies.put("two documents", bytes("{} {}"));
        bodies.put("a list in a list", bytes("[[{}]]"));
        bodies.put("ends too early", bytes("{\"slug\": "));
        bodies.put("not JSON", bytes("slug: a\nname"));
        bodies.put("an unknown field", bytes("{\"no-such-field\": 1}"));
        bodies.put("the same field twice", bytes("{\"slug\": \"a\", \"slug\": \"b\"}"));
        bodies.put("nested deeply", bytes("{\"slug\":" + "[".repeat(50_000)));
        bodies.put("not UTF-8", new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
        bodies.put("a long number", bytes("{\"slug\": " + "9".repeat(5_000) + "}"));
        return bodies;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_of_its_shape_is_refused() {
        return reading(true).flatMap(operation -> malformed().entrySet().stream()
                .map(body -> dynamicTest(operation.id() + ": " + body.getKey(), () -> assertThat(
                                send(operation, type(operation), body.getValue())
                                        .statusCode())
                        .isEqualTo(400))));
    }

    @TestFactory
    Stream<DynamicTest> what_is_too_long_is_refused() {
        var long10 = new byte[BEYOND_ALL_LIMITS];
        Arrays.fill(long10, (byte) ' ');
        return oneOfEachTag()
                .filter(operation -> !operation.id().equals("importKnowledge")) // whose limit is another
                .map(operation -> dynamicTest(operation.id(), () -> assertThat(
                                send(operation, type(operation), long10).statusCode())
                        .isEqualTo(413)));
    }

    @TestFactory
    Stream<DynamicTest> what_unpacks_to_more_than_is_read_is_refused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 70; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        return reading(false)
                .map(operation -> dynamicTest(operation.id(), () -> assertThat(send(
                                        operation,
                                        type(operation),
                                        packed.toByteArray(),
                                        Map.of("Content-Encoding", "gzip"))
                                .statusCode())
                        .isEqualTo(413)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_gzip_is_not_called_so() {
        return reading(false)
                .map(operation -> dynamicTest(operation.id(), () -> {
                    assertThat(send(operation, type(operation), bytes("{}"), Map.of("Content-Encoding", "gzip"))
                                    .statusCode())
                            .isEqualTo(400);
                    assertThat(send(operation, type(operation), bytes("{}"), Map.of("Content-Encoding", "br"))
                                    .statusCode())
                            .isEqualTo(415);
                }));
    }

    @TestFactory
    Stream<DynamicTest> other_media_types_are_refused() {
        return reading(false).flatMap(operation -> Stream.of(
                        "text/html", "application/octet-stream", "nonsense", type(operation) + ";charset=utf-16")
                .map(type -> dynamicTest(operation.id() + " as " + type, () -> assertThat(
                                send(operation, type, bytes("{}")).statusCode())
                        .isEqualTo(415))));
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_must_be_there_is_missed() {
        return reading(false)
                .filter(operation ->
                        operation.json().at("/requestBody/required").asBoolean())
                .map(operation -> dynamicTest(operation.id(), () -> assertThat(Service.as("admin")
                                .request(operation.method().toUpperCase(Locale.ROOT), operation.examplePath())
                                .statusCode())
                        .isEqualTo(400)));
    }
}
