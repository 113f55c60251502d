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
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * What every operation answers beside what it says itself: the headers of a representation, 304, the problems that can
 * arise; what its path parameters mean; and real answers as examples, which a test compares with what the service says.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
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

    private final OperationRoles roles;

    public CommonAnswers(IndexView classes) {
        this.roles = new OperationRoles(classes);
    }

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
        components.addHeader("Location", header("Address of what was created.", "/api/v1/tokens/k3v9x2m7q4w8z1a6"));
        components.addHeader(
                "WWW-Authenticate",
                header(
                        "What is asked for (RFC 6750); `error` where a token came that is not taken.",
                        "Bearer realm=\"tradeoff\", error=\"invalid_token\""));
        // What is published is open to all, unless the operator has closed it: then any token will do.
        document.setSecurity(List.of(OASFactory.createSecurityRequirement(), bearer()));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(path, parameter));
        }
        var responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                success(operation, response, method == PathItem.HttpMethod.GET);
            }
        });
        if (method == PathItem.HttpMethod.GET) {
            responses.addAPIResponse(
                    "304",
                    OASFactory.createAPIResponse()
                            .description("Not modified: the client has this answer already (`If-None-Match`).")
                            .headers(responses.getAPIResponse("200").getHeaders()));
        }
        roles.of(operation).ifPresent(role -> protect(operation, path, role));
        boolean names = path.contains("{");
        problem(operation, ProblemType.INVALID_PARAMETER, path, "A query parameter or a conditional header is wrong.");
        if (names) {
            problem(operation, ProblemType.NOT_FOUND, path, "What the path names does not exist.");
        }
        problem(operation, ProblemType.NOT_ACCEPTABLE, path, "No accepted media type is offered.");
        problem(operation, ProblemType.INTERNAL_ERROR, path, "A mistake of the service itself.");
        otherwise(operation);
        if (mayReadEarlierStates(operation, path)) {
            problem(
                    operation,
                    ProblemType.UNAVAILABLE,
                    path,
                    "An earlier state is asked for while the database is out of reach.");
            operation.getResponses().getAPIResponse("503").addHeader("Retry-After", reference("Retry-After"));
        }
    }

    /** What an operation answers that needs a role. */
    private static void protect(Operation operation, String path, String role) {
        operation.setSecurity(List.of(bearer()));
        problem(operation, ProblemType.UNAUTHENTICATED, path, "No token came, or one that is not taken.");
        problem(operation, ProblemType.FORBIDDEN, path, "The caller does not have the role `" + role + "`.");
        problem(operation, ProblemType.TOO_MANY_ATTEMPTS, path, "Too many attempts without a valid token.");
        problem(operation, ProblemType.UNAVAILABLE, path, "The database is out of reach.");
        var responses = operation.getResponses();
        responses.getAPIResponse("401").addHeader("WWW-Authenticate", reference("WWW-Authenticate"));
        responses.getAPIResponse("429").addHeader("Retry-After", reference("Retry-After"));
        responses.getAPIResponse("503").addHeader("Retry-After", reference("Retry-After"));
    }

    private static SecurityRequirement bearer() {
        return OASFactory.createSecurityRequirement().addScheme("bearer");
    }

    private static void otherwise(Operation operation) {
        var any = problemAnswer(
                        ProblemType.URI_TOO_LONG,
                        "/api/v1/factors",
                        "Any other failure: the request was refused before it reached the operation. 401 and 429 among them where the operator has closed reads.")
                .addHeader("WWW-Authenticate", reference("WWW-Authenticate"))
                .addHeader("Retry-After", reference("Retry-After"));
        operation.getResponses().addAPIResponse("default", any);
    }

    private static boolean mayReadEarlierStates(Operation operation, String path) {
        return path.contains("/revisions")
                || operation.getParameters() != null
                        && operation.getParameters().stream().anyMatch(p -> "revision".equals(p.getName()));
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
                var parts = path.split("/");
                parameter.description("Slug of the member.").example(SLUG_EXAMPLES.get(parts[parts.length - 2]));
            }
        }
    }

    private static void success(Operation operation, APIResponse response, boolean reads) {
        for (var name : reads
                ? List.of("ETag", "Cache-Control", "Vary", "X-Request-Id")
                : List.of("Cache-Control", "X-Request-Id")) {
            response.addHeader(name, reference(name));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "cursor".equals(p.getName()))) {
            response.addHeader("Link", reference("Link"));
        }
        if (response.getContent() != null) {
            response.getContent().getMediaTypes().forEach((type, media) -> {
                if (media.getExample() == null) {
                    media.example(example(operation.getOperationId(), type));
                }
            });
        }
    }

    private static void problem(Operation operation, ProblemType type, String path, String description) {
        operation
                .getResponses()
                .addAPIResponse(Integer.toString(type.status()), problemAnswer(type, path, description));
    }

    private static APIResponse problemAnswer(ProblemType type, String path, String description) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.explanation());
        example.put("instance", path.replace("{comparison}", "nodejs-vs-python-backend"));
        return OASFactory.createAPIResponse()
                .description(description)
                .content(content(example))
                .addHeader("X-Request-Id", reference("X-Request-Id"))
                .addHeader("Cache-Control", reference("Cache-Control"));
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
