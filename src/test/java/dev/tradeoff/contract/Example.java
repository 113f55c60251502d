package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The examples in the OpenAPI document, a file each, and how an answer is brought to their form. */
final class Example {

    private static final Path FOLDER = Path.of("src/main/resources/openapi/examples");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int SHOWN = 2;
    private static final String WHEN = "2026-11-22T12:00:00Z";
    private static final String ARITHMETIC = "figures"; // says nothing without its result, which stands at its end
    private static final String PUBLIC = "https://tradeoff.example.org"; // where absolute links lead, in examples
    private static final String TODAY = "2026-11-22";
    private static final List<String> TIMES =
            List.of("publishedAt", "createdAt", "expiresAt", "lastUsedAt", "at", "date_published");

    private Example() {}

    /** A parameter's example as a query has it: a list with commas, a deep object as a parameter for each of its fields. */
    static Stream<String> query(JsonNode parameter) {
        var name = parameter.path("name").asText();
        var example = parameter.path("example");
        if (example.isObject()) {
            return example.properties().stream()
                    .map(field -> name + "[" + field.getKey() + "]="
                            + field.getValue().asText());
        }
        return Stream.of(name + "="
                + (example.isArray()
                        ? StreamSupport.stream(example.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(","))
                        : example.asText()));
    }

    /** Fails where the answer is not the one in the file; with {@code -Dtradeoff.update=true} it becomes that. */
    static void compare(String operation, String type, String answer) throws IOException {
        boolean text = type.startsWith("text/") || type.endsWith("xml") || type.endsWith("/yaml");
        var file = FOLDER.resolve(operation + (text ? ".txt" : ".json"));
        var anywhere = anywhere(answer);
        compareFile(file, text ? anywhere : JSON.writeValueAsString(cut(OpenApiDocument.tree(anywhere))) + "\n");
    }

    /** What links and feeds say of the service that was asked, and of its database. */
    private static String anywhere(String answer) {
        return answer.replaceAll("http://localhost:[0-9]+", PUBLIC)
                .replaceAll("urn:uuid:[-0-9a-f]{36}", "urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341")
                .replaceAll("(<(?:published|updated)>)[^<]+", "$1" + WHEN);
    }

    /** The same of an answer whose lists belong together, and are not cut. */
    static void compareWhole(String name, String answer) throws IOException {
        compareFile(FOLDER.resolve(name + ".json"), JSON.writeValueAsString(OpenApiDocument.tree(answer)) + "\n");
    }

    private static void compareFile(Path file, String answer) throws IOException {
        if (Boolean.getBoolean("tradeoff.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, answer);
        }
        assertThat(file).hasContent(answer);
    }

    /** Fails where the answer is not the one that the document shows for its status. */
    static void compare(OpenApiDocument.Operation operation, int status, String answer) {
        var shown = operation.json().at("/responses/" + status + "/content/application~1json/example");
        assertThat(cut(OpenApiDocument.tree(answer))).isEqualTo(shown);
    }

    /** Whether its examples are made of others, and have no file. */
    static boolean isDerived(OpenApiDocument.Operation operation) {
        return operation.json().at("/tags/0").asText().equals("Members of a draft");
    }

    /** Lists to two items; what differs from run to run to something fixed. */
    static JsonNode cut(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > SHOWN) {
                array.remove(array.size() - 1);
            }
        }
        if (node instanceof ObjectNode object) {
            for (var time : TIMES) {
                if (object.path(time).isTextual()) {
                    object.put(time, WHEN);
                }
            }
            if (object.path("date").isTextual()) {
                object.put("date", TODAY);
            }
            if (object.path("asOf").isTextual()) {
                object.put("asOf", TODAY);
            }
            if (object.path("link").isTextual()) {
                object.put("link", object.path("link").asText().replaceAll("asOf=[-0-9]+", "asOf=" + TODAY));
            }
            if (object.path("secret").isTextual()) {
                object.put("id", "k3v9x2m7q4w8z1a6");
                object.put("secret", "whsec_VGhpc0lzTm9TZWNyZXRCdXRBbkV4YW1wbGVPZk9uZSE=");
            }
            if (object.path("token").isTextual()) {
                object.put("id", "k3v9x2m7q4w8z1a6");
                object.put("token", "tradeoff_k3v9x2m7q4w8z1a6_ThisIsNoSecretButAnExampleOfHowOneLooksLike0");
            }
        }
        node.properties().stream()
                .filter(field -> !field.getKey().equals(ARITHMETIC))
                .forEach(field -> cut(field.getValue()));
        if (node.isArray()) {
            node.forEach(Example::cut);
        }
        return node;
    }
}
