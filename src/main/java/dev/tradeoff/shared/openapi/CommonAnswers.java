package dev.tradeoff.shared.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * What every operation answers beside what it says itself: the headers of a representation, 304, the problems that can
 * arise; what its path parameters mean; and real answers as examples, which a test compares with what the service says.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 10)
public final class CommonAnswers implements OASFilter {

    private static final String PROBLEM = "application/problem+json";
    private static final String EXAMPLES = "openapi/examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> SLUG_EXAMPLES = Map.of(
            "options", "nodejs",
            "topics", "performance",
            "factors", "concurrency",
            "findings", "nodejs-high-io-throughput",
            "use-cases", "real-time-applications",
            "claims", "express-throughput",
            "sources", "gainhq-2026",
            "faqs", "which-performs-better",
            "recommendations", "choose-nodejs");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addHeader("ETag", header("Strong entity tag of exactly these bytes.", "\"pKz0qRr1l5mC0w3Z\""));
        components.addHeader("Cache-Control", header("How long the answer may be used again.", "public, no-cache"));
        components.addHeader("Vary", header("The request headers that the answer depends on.", "Accept-Encoding"));
        components.addHeader(
                "X-Request-Id",
                header("Names this request in the service's log; a caller's own is kept.", "9f86d081884c7d65"));
        components.addHeader(
                "Link",
                header(
                        "Links (RFC 8288); `rel=\"next\"` leads to the next page.",
                        "</api/v1/factors?cursor=AQ>; rel=\"next\""));
        components.addHeader("Retry-After", header("Seconds after which to try again.", "5"));
        components.addHeader("Location", header("Where what was created is.", "/api/v1/comparisons/a-or-b/draft"));
        components.addHeader(
                "WWW-Authenticate", header("How to authenticate (RFC 6750).", "Bearer realm=\"tradeoff\""));
        // What is published is open to all, unless the operator has closed it: then whoever has a token may read.
        document.setSecurity(List.of(
                OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme(TradeoffApi.TOKEN)));
        var problems = new ProblemResponses(components);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    complete(method, path, operation);
                    problems.complete(method, path, operation);
                }));
    }

    private static void complete(PathItem.HttpMethod method, String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(path, parameter));
        }
        if (operation.getRequestBody() != null) {
            request(operation);
        }
        if (ProblemResponses.isSecured(operation)) {
            secured(operation);
        }
        if (method == PathItem.HttpMethod.GET) {
            read(operation);
        } else {
            answer(operation);
        }
    }

    private static void request(Operation operation) {
        var content = operation.getRequestBody().getContent();
        if (content != null) {
            content.getMediaTypes().forEach((type, media) -> {
                if (media.getExamples() != null) {
                    named(operation, type, media.getExamples());
                } else if (media.getExample() == null) {
                    media.example(example(operation.getOperationId() + ".request", type));
                }
            });
        }
    }

    /** Examples that the code only names have their files: what is sent, and what is answered to it. */
    private static void named(Operation operation, String type, Map<String, Example> examples) {
        examples.forEach((name, sent) -> {
            var file = operation.getOperationId() + "." + name;
            if (sent.getValue() == null) {
                sent.value(example(file + ".request", type));
                operation.getResponses().getAPIResponses().values().stream()
                        .filter(response -> response.getContent() != null)
                        .flatMap(response -> response.getContent().getMediaTypes().entrySet().stream())
                        .forEach(answered -> answered.getValue()
                                .addExample(
                                        name,
                                        OASFactory.createExample()
                                                .summary(sent.getSummary())
                                                .value(example(file, answered.getKey()))));
            }
        });
    }

    /** Scopes are OAuth's; of a bearer token the role is said in words, and for programs beside them. */
    private static void secured(Operation operation) {
        var role =
                operation.getSecurity().getFirst().getScheme(TradeoffApi.TOKEN).getFirst();
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TradeoffApi.TOKEN)));
        operation.addExtension("x-required-role", role);
        operation.setDescription(operation.getDescription() + " Needs the role `" + role + "`.");
    }

    /** What writes answers what has become of it, with its tag; what computes answers what is of no address. */
    private static void answer(Operation operation) {
        boolean writes = ProblemResponses.isSecured(operation);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                for (var name : new String[] {"Cache-Control", "X-Request-Id"}) {
                    response.addHeader(name, reference(name));
                }
                if (response.getContent() != null) {
                    response.addHeader(writes ? "ETag" : "Vary", reference(writes ? "ETag" : "Vary"));
                    examples(operation, response);
                }
                if (status.equals("201")) {
                    response.addHeader("Location", reference("Location"));
                }
            }
        });
    }

    private static void read(Operation operation) {
        var responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                success(operation, response);
            }
        });
        responses.addAPIResponse(
                "304",
                OASFactory.createAPIResponse()
                        .description("Not modified: the client has this answer already (`If-None-Match`).")
                        .headers(responses.getAPIResponse("200").getHeaders()));
    }

    private static void describe(String path, Parameter parameter) {
        if (parameter.getIn() != Parameter.In.PATH || parameter.getDescription() != null) {
            return;
        }
        switch (parameter.getName()) {
            case "comparison" ->
                parameter.description("Slug of the comparison.").example("nodejs-vs-python-backend");
            case "technology" ->
                parameter.description("Slug or alias of the technology.").example("python");
            case "revision" -> parameter.description("Number of the revision.").example("1");
            case "id" -> parameter.description("Id of the token.").example("k3v9x2m7q4w8z1a6");
            case "name" -> parameter.description("Name of the kind of problem.").example("not-found");
            default -> {
                var parts = List.of(path.split("/"));
                var collection = parts.get(parts.indexOf("{slug}") - 1);
                parameter.description("Slug of the member.").example(SLUG_EXAMPLES.get(collection));
            }
        }
    }

    private static void success(Operation operation, APIResponse response) {
        for (var name : new String[] {"ETag", "Cache-Control", "Vary", "X-Request-Id"}) {
            response.addHeader(name, reference(name));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "cursor".equals(p.getName()))) {
            response.addHeader("Link", reference("Link"));
        }
        examples(operation, response);
    }

    private static void examples(Operation operation, APIResponse response) {
        if (response.getContent() != null) {
            response.getContent().getMediaTypes().forEach((type, media) -> {
                if (media.getExample() == null && media.getExamples() == null) {
                    media.example(example(operation.getOperationId(), type));
                }
            });
        }
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                .example(example);
    }

    private static Header reference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    /** What is sent as YAML may be sent as JSON too, and has one example for both. */
    private static boolean isAnsweredAsYaml(@Nullable String name, String mediaType) {
        return mediaType.endsWith("/yaml") && (name == null || !name.endsWith(".request"));
    }

    private static @Nullable Object example(@Nullable String operationId, String mediaType) {
        boolean lines = mediaType.endsWith("ndjson");
        boolean text = lines
                || mediaType.startsWith("text/")
                || mediaType.endsWith("xml")
                || isAnsweredAsYaml(operationId, mediaType);
        var file = EXAMPLES + operationId + (lines ? ".ndjson" : text ? ".txt" : ".json");
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return null;
            }
            return text
                    ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    : JSON.convertValue(JSON.readValue(in, JsonNode.class), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the example " + file + " cannot be read", e);
        }
    }
}
