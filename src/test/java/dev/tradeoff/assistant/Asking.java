package dev.tradeoff.assistant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.Response;
import java.util.Map;

/** Messages as an assistant's client sends them; what a tool tells is held against the tool's own schema. */
final class Asking {

    static final String FIRST = "nodejs-vs-python-backend";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Asking() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** A message as it is. */
    static Response send(String message) {
        return given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body(message)
                .post("/mcp");
    }

    /** The whole answer to a request. */
    static JsonNode answer(String method, String params) {
        var answer =
                send("{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"" + method + "\", \"params\": " + params + "}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        var message = json(answer.asString());
        assertThat(message.path("id").asInt()).isEqualTo(7);
        return message;
    }

    static JsonNode result(String method, String params) {
        var answer = answer(method, params);
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
        return answer.path("result");
    }

    static JsonNode tool(String name) {
        for (var tool : result("tools/list", "{}").path("tools")) {
            if (tool.path("name").asText().equals(name)) {
                return tool;
            }
        }
        throw new AssertionError("there is no tool " + name);
    }

    private static JsonNode call(String name, String arguments) {
        return result("tools/call", "{\"name\": \"" + name + "\", \"arguments\": " + arguments + "}");
    }

    /** What a tool tells; as text the same. */
    static JsonNode told(String name, String arguments) {
        var result = call(name, arguments);
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
        var told = result.path("structuredContent");
        assertThat(json(result.path("content").path(0).path("text").asText())).isEqualTo(told);
        valid(tool(name).path("inputSchema"), json(arguments));
        valid(tool(name).path("outputSchema"), told);
        return told;
    }

    /** Why a tool tells nothing. */
    static String refusal(String name, String arguments) {
        var result = call(name, arguments);
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.has("structuredContent")
                        && !result.path("structuredContent").isNull())
                .isFalse();
        return result.path("content").path(0).path("text").asText();
    }

    private static void valid(JsonNode schema, JsonNode value) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(value))
                .isEmpty();
    }

    static String with(Map<String, ?> arguments) {
        return JSON.valueToTree(arguments).toString();
    }
}
