package dev.tradeoff.shared.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
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
        for (var type : ProblemType.values()) {
            components.addResponse(type.slug(), answer(type));
        }
        // What is published is open to all, unless the operator has closed it: then whoever has a token may read.
        document.setSecurity(List.of(
                OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme(TradeoffApi.TOKEN)));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(method, path, operation)));
    }

    private static void complete(PathItem.HttpMethod method, String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(path, parameter));
        }
        if (operation.getRequestBody() != null) {
            request(operation);
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            secured(operation);
        }
        if (method == PathItem.HttpMethod.GET) {
            read(path, operation);
        } else {
            write(path, operation);
        }
        problem(operation, ProblemType.INTERNAL_ERROR);
        otherwise(operation);
    }

    private static void request(Operation operation) {
        var content = operation.getRequestBody().getContent();
        if (content != null) {
            content.getMediaTypes().forEach((type, media) -> {
                if (media.getExample() == null && media.getExamples() == null) {
                    media.example(example(operation.getOperationId() + ".request", type));
                }
            });
        }
    }

    private static void secured(Operation operation) {
        problem(operation, ProblemType.UNAUTHENTICATED);
        problem(operation, ProblemType.FORBIDDEN);
        problem(operation, ProblemType.TOO_MANY_ATTEMPTS);
        problem(operation, ProblemType.UNAVAILABLE);
    }

    private static void write(String path, Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                for (var name : new String[] {"Cache-Control", "X-Request-Id"}) {
                    response.addHeader(name, reference(name));
                }
                if (response.getContent() != null) {
                    response.addHeader("ETag", reference("ETag"));
                    examples(operation, response);
                }
                if (status.equals("201")) {
                    response.addHeader("Location", reference("Location"));
                }
            }
        });
        problem(operation, ProblemType.INVALID_BODY);
        problem(operation, ProblemType.NOT_ACCEPTABLE);
        if (path.contains("{")) {
            problem(operation, ProblemType.NOT_FOUND);
            problem(operation, ProblemType.CONFLICT);
        }
        if (has(operation, "Idempotency-Key")) {
            problem(operation, ProblemType.CONFLICT);
        }
        if (has(operation, "If-Match")) {
            problem(operation, ProblemType.STALE_VERSION);
            problem(operation, ProblemType.PRECONDITION_REQUIRED);
        }
        if (operation.getRequestBody() != null) {
            problem(operation, ProblemType.CONTENT_TOO_LARGE);
            problem(operation, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        problem(operation, ProblemType.BROKEN_RULES);
    }

    private static boolean has(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static void read(String path, Operation operation) {
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
        boolean names = path.contains("{");
        problem(operation, ProblemType.INVALID_PARAMETER);
        if (names) {
            problem(operation, ProblemType.NOT_FOUND);
        }
        problem(operation, ProblemType.NOT_ACCEPTABLE);
        if (path.startsWith("/api/v1/comparisons/{comparison}") && !path.contains("/draft")) {
            problem(operation, ProblemType.ARCHIVED);
        }
        if (mayReadEarlierStates(operation, path)) {
            problem(operation, ProblemType.UNAVAILABLE);
        }
    }

    private static void otherwise(Operation operation) {
        operation.getResponses().addAPIResponse("default", reference(ProblemType.URI_TOO_LONG));
    }

    private static boolean mayReadEarlierStates(Operation operation, String path) {
        return path.contains("/revisions")
                || operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(p -> "revision".equals(p.getName()) || "history".equals(p.getName()));
    }

    private static void describe(String path, Parameter parameter) {
        if (parameter.getIn() != Parameter.In.PATH) {
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

    private static void problem(Operation operation, ProblemType type) {
        operation.getResponses().addAPIResponse(Integer.toString(type.status()), reference(type));
    }

    private static APIResponse reference(ProblemType type) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + type.slug());
    }

    /** Described once, and referred to by each operation that can end so. */
    private static APIResponse answer(ProblemType type) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.explanation());
        example.put("instance", "/api/v1/comparisons/nodejs-vs-python-backend");
        var answer = OASFactory.createAPIResponse()
                .description(type.title() + ". " + type.explanation())
                .content(content(example))
                .addHeader("X-Request-Id", reference("X-Request-Id"))
                .addHeader("Cache-Control", reference("Cache-Control"));
        switch (type) {
            case UNAUTHENTICATED, FORBIDDEN -> answer.addHeader("WWW-Authenticate", reference("WWW-Authenticate"));
            case TOO_MANY_ATTEMPTS, UNAVAILABLE -> answer.addHeader("Retry-After", reference("Retry-After"));
            case ARCHIVED -> answer.addHeader("ETag", reference("ETag"));
            default -> {}
        }
        return answer;
    }

    private static Content content(Object example) {
        return OASFactory.createContent()
                .addMediaType(
                        PROBLEM,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(example));
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

    private static @Nullable Object example(@Nullable String operationId, String mediaType) {
        var file = EXAMPLES + operationId + (mediaType.startsWith("text/") ? ".txt" : ".json");
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return null;
            }
            return mediaType.startsWith("text/")
                    ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    : JSON.convertValue(JSON.readValue(in, JsonNode.class), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the example " + file + " cannot be read", e);
        }
    }
}
