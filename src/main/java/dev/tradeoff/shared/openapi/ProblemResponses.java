package dev.tradeoff.shared.openapi;

import dev.tradeoff.shared.problem.ProblemType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * How operations can fail: the kinds of problem that each can answer with, by status. What several operations share is
 * described once, among the components, and referred to.
 */
final class ProblemResponses {

    private static final String PROBLEM = "application/problem+json";

    /** Refused before the operation is known. */
    private static final Set<ProblemType> BEFORE_THE_OPERATION = EnumSet.of(
            ProblemType.UNKNOWN_ROUTE,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.MALFORMED_REQUEST,
            ProblemType.URI_TOO_LONG,
            ProblemType.HEADERS_TOO_LARGE);

    /** A read whose answer is computed for its parameters. */
    private static final String COMPUTED = "/tailored-recommendation";

    private final Components components;

    ProblemResponses(Components components) {
        this.components = components;
    }

    void complete(PathItem.HttpMethod method, String path, Operation operation) {
        boolean secured = isSecured(operation);
        var types = method == PathItem.HttpMethod.GET
                ? ofRead(path, operation)
                : secured ? ofWrite(path, operation) : ofComputation(path);
        if (secured) {
            types.addAll(EnumSet.of(
                    ProblemType.UNAUTHENTICATED,
                    ProblemType.FORBIDDEN,
                    ProblemType.TOO_MANY_ATTEMPTS,
                    ProblemType.UNAVAILABLE));
        }
        if (path.contains("{")) {
            types.add(ProblemType.NOT_FOUND);
        }
        types.add(ProblemType.NOT_ACCEPTABLE);
        types.add(ProblemType.INVALID_PARAMETER);
        types.add(ProblemType.INTERNAL_ERROR);
        types.stream()
                .collect(Collectors.groupingBy(
                        ProblemType::status, Collectors.toCollection(() -> EnumSet.noneOf(ProblemType.class))))
                .forEach((status, kinds) -> refer(operation, Integer.toString(status), kinds));
        refer(operation, "default", BEFORE_THE_OPERATION);
    }

    static boolean isSecured(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
    }

    private static Set<ProblemType> ofRead(String path, Operation operation) {
        var types = EnumSet.of(ProblemType.INVALID_HEADER);
        if (path.startsWith("/api/v1/comparisons/{comparison}") && !path.contains("/draft")) {
            types.add(ProblemType.ARCHIVED);
        }
        if (path.contains("/revisions") || has(operation, "revision") || has(operation, "history")) {
            types.add(ProblemType.UNAVAILABLE);
        }
        if (path.startsWith("/charts/") || path.startsWith("/badges/")) {
            types.addAll(EnumSet.of(
                    ProblemType.ARCHIVED, ProblemType.UNAVAILABLE, ProblemType.TOO_MUCH_WORK, ProblemType.BUSY));
        }
        if (path.equals("/api/v1/changes") || path.startsWith("/feeds/")) { // what is older than what is in memory
            types.add(ProblemType.UNAVAILABLE);
        }
        if (path.endsWith("/stream")) {
            types.add(ProblemType.BUSY);
        }
        if (path.endsWith(COMPUTED)) {
            types.addAll(EnumSet.of(ProblemType.BROKEN_RULES, ProblemType.TOO_MUCH_WORK, ProblemType.BUSY));
        }
        return types;
    }

    private static Set<ProblemType> ofWrite(String path, Operation operation) {
        var types = EnumSet.of(ProblemType.BROKEN_RULES);
        if (path.contains("{")) {
            types.add(ProblemType.CONFLICT);
        }
        if (operation.getRequestBody() != null) {
            types.addAll(EnumSet.of(
                    ProblemType.INVALID_BODY, ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        if (has(operation, "If-Match")) {
            types.addAll(EnumSet.of(
                    ProblemType.INVALID_HEADER, ProblemType.STALE_VERSION, ProblemType.PRECONDITION_REQUIRED));
        }
        if (has(operation, "Idempotency-Key")) {
            types.addAll(EnumSet.of(ProblemType.INVALID_HEADER, ProblemType.CONFLICT, ProblemType.KEY_REUSED));
        }
        var id = String.valueOf(operation.getOperationId());
        if (id.startsWith("add") || id.startsWith("rename") || id.startsWith("create")) {
            types.add(ProblemType.ALREADY_EXISTS);
        }
        if (id.startsWith("remove") || id.startsWith("revoke")) {
            types.add(ProblemType.STILL_REFERENCED);
        }
        if (id.startsWith("import")) {
            types.add(ProblemType.IN_THE_WAY);
        }
        if (id.startsWith("publish") || id.startsWith("restore") || id.startsWith("import")) {
            types.addAll(EnumSet.of(ProblemType.NOT_PUBLISHABLE, ProblemType.NOTHING_TO_PUBLISH));
        }
        return types;
    }

    /** Of a POST that is open to all, since it stores nothing. */
    private static Set<ProblemType> ofComputation(String path) {
        var types = EnumSet.of(
                ProblemType.INVALID_HEADER,
                ProblemType.INVALID_BODY,
                ProblemType.CONTENT_TOO_LARGE,
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                ProblemType.BROKEN_RULES,
                ProblemType.TOO_MUCH_WORK,
                ProblemType.BUSY);
        if (path.contains("{")) { // it computes from what is published
            types.addAll(EnumSet.of(ProblemType.ARCHIVED, ProblemType.UNAVAILABLE));
        }
        return types;
    }

    private void refer(Operation operation, String status, Set<ProblemType> types) {
        var name = types.stream().map(ProblemType::slug).collect(Collectors.joining("-or-"));
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, answer(types));
        }
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
    }

    private static APIResponse answer(Set<ProblemType> types) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        types.forEach(type -> media.addExample(
                type.slug(), OASFactory.createExample().summary(type.title()).value(example(type))));
        var answer = OASFactory.createAPIResponse()
                .description(types.stream()
                        .map(type -> type.title() + ". " + type.explanation())
                        .collect(Collectors.joining("\n\n")))
                .content(OASFactory.createContent().addMediaType(PROBLEM, media))
                .addHeader("X-Request-Id", reference("X-Request-Id"))
                .addHeader("Cache-Control", reference("Cache-Control"));
        for (var type : types) {
            switch (type) {
                case UNAUTHENTICATED, FORBIDDEN -> answer.addHeader("WWW-Authenticate", reference("WWW-Authenticate"));
                case TOO_MANY_ATTEMPTS, UNAVAILABLE, BUSY -> answer.addHeader("Retry-After", reference("Retry-After"));
                case ARCHIVED -> answer.addHeader("ETag", reference("ETag"));
                default -> {}
            }
        }
        return answer;
    }

    private static Map<String, Object> example(ProblemType type) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.explanation());
        example.put("instance", "/api/v1/comparisons/nodejs-vs-python-backend");
        return example;
    }

    private static Header reference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }
}
