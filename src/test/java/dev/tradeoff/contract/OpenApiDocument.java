package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document as the service serves it, and what it says of an answer. */
final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    /** What HTTP itself adds, and the answers to other origins, which the document's readers need not know. */
    private static final Set<String> TRANSPORT = Set.of(
            "content-type",
            "content-length",
            "content-encoding",
            "date",
            "connection",
            "transfer-encoding",
            "access-control-allow-origin",
            "access-control-expose-headers",
            "vary",
            "x-content-type-options",
            "content-security-policy",
            "cross-origin-resource-policy",
            "referrer-policy");

    /** What is refused before the operation is known, and documented once as every operation's default answer. */
    private static final Set<Integer> BEFORE_THE_OPERATION = Set.of(401, 414, 429, 431);

    /** Where reads are closed, what every one of them may answer. */
    private static final Map<Integer, String> OTHERWISE = Map.of(401, "unauthenticated", 429, "too-many-attempts");

    private static OpenApiDocument served;

    private final JsonNode document;
    private final Map<String, Schema> schemas = new HashMap<>();

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    static synchronized OpenApiDocument served() {
        if (served == null) {
            served = new OpenApiDocument(tree(RestAssured.get("/q/openapi?format=json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString()));
        }
        return served;
    }

    JsonNode json() {
        return document;
    }

    /** An operation with its address. */
    record Operation(String path, String method, JsonNode json) {

        String id() {
            return json.path("operationId").asText();
        }

        /** Whether it computes something of what is sent, and stores nothing: a POST that needs no role. */
        boolean isComputation() {
            return !method.equals("get") && !json.has("x-required-role");
        }

        /** Whether its answer ends when its reader goes away. */
        boolean isEndless() {
            return json.at("/responses/200/content").has("text/event-stream");
        }

        /** Whether it changes something. */
        boolean isWrite() {
            return json.has("x-required-role") && !method.equals("get");
        }

        List<JsonNode> parameters(String in) {
            var found = new ArrayList<JsonNode>();
            json.path("parameters").forEach(p -> {
                if (p.path("in").asText().equals(in)) {
                    found.add(p);
                }
            });
            return found;
        }

        /** The path with its parameters' examples filled in. */
        String examplePath() {
            var filled = path;
            for (var parameter : parameters("path")) {
                filled = filled.replace(
                        "{" + parameter.path("name").asText() + "}",
                        parameter.path("example").asText());
            }
            return filled;
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(
                        method -> operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    void check(String method, String path, Response response) {
        var operation = find(method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT), path);
        if (operation.isEmpty()) {
            if (response.statusCode() >= 400) {
                problem(response, method);
            }
            return;
        }
        var responses = operation.get().json().path("responses");
        var status = Integer.toString(response.statusCode());
        if (!responses.has(status) && BEFORE_THE_OPERATION.contains(response.statusCode())) {
            status = "default";
        }
        assertThat(names(responses))
                .as("statuses of %s %s", method, operation.get().path())
                .contains(status);
        var documented = resolved(responses.path(status));
        if (status.equals("default")) {
            documented = OTHERWISE.containsKey(response.statusCode())
                    ? document.path("components").path("responses").path(OTHERWISE.get(response.statusCode()))
                    : documented;
        }
        headers(operation.get(), documented, response);
        if (response.statusCode() == 204) {
            assertThat(documented.has("content")).isFalse();
        } else if (!method.equals("HEAD") && response.statusCode() != 304) {
            body(operation.get(), documented, response);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void problem(Response response, String method) {
        assertThat(response.contentType()).startsWith(PROBLEM);
        if (!method.equals("HEAD")) {
            valid(tree(response.asString()), "#/components/schemas/Problem");
        }
    }

    private void headers(Operation operation, JsonNode documented, Response response) {
        var allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        allowed.addAll(TRANSPORT);
        allowed.addAll(names(documented.path("headers")));
        response.headers().forEach(header -> assertThat(allowed)
                .as("headers of %s, status %d", operation.id(), response.statusCode())
                .contains(header.getName()));
    }

    private void body(Operation operation, JsonNode documented, Response response) {
        var type = response.contentType().split(";")[0];
        var content = documented.path("content");
        var name = names(content).stream()
                .filter(documentedType -> documentedType.split(";")[0].equals(type))
                .findFirst();
        assertThat(name).as("media type %s of %s", type, operation.id()).isPresent();
        if ((type.endsWith("/json") || type.endsWith("+json")) && !"gzip".equals(response.header("Content-Encoding"))) {
            valid(
                    tree(response.asString()),
                    content.path(name.get()).path("schema").path("$ref").asText());
        }
    }

    void valid(JsonNode body, String reference) {
        assertThat(reference).as("a schema of its own").startsWith("#/components/schemas/");
        List<Error> errors = schemas.computeIfAbsent(reference, this::schema).validate(body);
        assertThat(errors).as("against %s", reference).isEmpty();
    }

    private Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation ->
                        path.matches(operation.path().replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst();
    }

    /** The schema with all its references at hand, and closed: what it does not name, it does not allow. */
    private Schema schema(String reference) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", reference);
        root.put("unevaluatedProperties", false);
        root.putObject("components")
                .set(
                        "schemas",
                        closed(document.path("components").path("schemas").deepCopy()));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    /** At every use, not where a schema is defined: one that is part of an allOf may not judge its neighbours' fields. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(field -> {
                if (!field.getKey().equals("allOf")) {
                    closed(field.getValue());
                }
            });
            if (object.has("$ref")) {
                object.put("unevaluatedProperties", false);
            }
        } else {
            node.forEach(OpenApiDocument::closed);
        }
        return node;
    }

    static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
