package dev.tradeoff.shared.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of problems: a name that stays, the HTTP status, and what a client can do about it. */
public enum ProblemType {
    NOT_FOUND(
            404,
            "Not found",
            "The address is well made, but what it names does not exist, or did not exist in the state asked for. Slugs are case-sensitive; the lists show which there are."),
    UNKNOWN_ROUTE(
            404,
            "No such operation",
            "No operation has this address. The OpenAPI document at /q/openapi lists all that there are."),
    UNAUTHENTICATED(
            401,
            "Not authenticated",
            "The operation needs a token: send “Authorization: Bearer …” with an API token or one of the configured issuer. Tokens expire and can be revoked."),
    FORBIDDEN(
            403,
            "Not allowed",
            "The token is valid, but its roles do not include the one that the operation needs. An admin can issue one that does."),
    FOREIGN_ORIGIN(
            403,
            "Origin not allowed",
            "A page of another origin has sent the request, and the operator does not let pages of that origin ask here."),
    TOO_MANY_ATTEMPTS(
            429,
            "Too many refused attempts",
            "Too many attempts from this address were refused within a minute. Wait for the time that Retry-After names."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The address exists, but not for this method. The Allow header of the answer names those that it has."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "None of the media types in the Accept header is offered here. Leave the header out, or accept one that the OpenAPI document names for the operation."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The body's Content-Type, or its Content-Encoding, is not read by this operation. The OpenAPI document names those that are."),
    INVALID_PARAMETER(
            400,
            "Invalid query parameter",
            "A query parameter is unknown to the operation, stands there twice, or its value cannot be read. The member “parameter” names it."),
    INVALID_HEADER(
            400,
            "Invalid header",
            "A header that decides about the answer cannot be read. The member “header” names it."),
    INVALID_BODY(
            400,
            "Invalid body",
            "The body is not what the operation reads. Each entry of “errors” points to one place by JSON Pointer and says what is wrong there."),
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "The request cannot be read as HTTP: its path or query is not correctly percent-encoded UTF-8, say."),
    CONTENT_TOO_LARGE(413, "Content too large", "The body is longer than this operation reads. Send it in parts."),
    URI_TOO_LONG(414, "URI too long", "Addresses may be 16 KiB long, and this one is longer."),
    HEADERS_TOO_LARGE(
            431, "Header fields too large", "The header fields together are longer than the server reads. Send fewer."),
    BROKEN_RULES(
            422,
            "Rules broken",
            "The body can be read, but what it says breaks rules of the domain. “errors” lists all of them at once, each with a JSON Pointer into the body."),
    PRECONDITION_REQUIRED(
            428,
            "Precondition required",
            "Who changes something that exists says in which state it was seen: read it, and send its ETag back as If-Match."),
    STALE_VERSION(
            412,
            "Changed in between",
            "Somebody else has changed it since it was read, or it is not there (or is there already) against what the condition says. Read it again, and repeat the change on what it is now."),
    ALREADY_EXISTS(409, "Already exists", "The slug is taken. Choose another, or replace what has it."),
    STILL_REFERENCED(
            409,
            "Still referred to",
            "Other things refer to what is to be removed. “errors” points to each of them; change or remove those first."),
    CONFLICT(
            409,
            "Not in this state",
            "The state of what the address names does not allow it. “detail” says what has to be done before."),
    IN_THE_WAY(
            409,
            "In the way",
            "What is sent would overwrite changes that somebody has not published yet, or something archived. “errors” points to each; publish or discard the draft, or unarchive the comparison, and send it again."),
    ARCHIVED(
            410,
            "Archived",
            "The comparison was archived and is no longer among what is published. “history” leads to its revisions, each of which can still be read."),
    KEY_REUSED(
            422,
            "Idempotency key used again",
            "The Idempotency-Key was sent before with another body. A key stands for one request; take a new one."),
    NOT_PUBLISHABLE(
            422,
            "Not publishable",
            "The draft breaks rules that hold for what is published. “errors” lists all of them at once, each with a JSON Pointer into the draft."),
    NOTHING_TO_PUBLISH(
            422,
            "Nothing to publish",
            "The draft is equal to the latest revision. Change something before publishing."),
    TOO_MUCH_WORK(
            422,
            "Too much work",
            "What is asked for takes more computing than one request gets. “detail” says which bound it meets and what to lower."),
    UNAVAILABLE(
            503,
            "Temporarily unavailable",
            "The database is out of reach and the answer is not held in memory. Repeat the request after the time that Retry-After names."),
    BUSY(
            503,
            "Busy computing",
            "So many computations are under way that this one is not begun; reading is not affected. Repeat the request after the time that Retry-After names."),
    NOT_OFFERED(
            501,
            "Not offered",
            "What is asked for is well known elsewhere, and not done here. “detail” says what is instead."),
    INTERNAL_ERROR(
            500,
            "Internal error",
            "A mistake of the service itself. Its log says more under the request id that the answer's X-Request-Id header names.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    static ProblemType of(Problem problem) {
        return switch (problem) { // no default: a new problem must choose its type
            case Problem.NotFound p -> NOT_FOUND;
            case Problem.UnknownRoute p -> UNKNOWN_ROUTE;
            case Problem.Unauthenticated p -> UNAUTHENTICATED;
            case Problem.Forbidden p -> FORBIDDEN;
            case Problem.ForeignOrigin p -> FOREIGN_ORIGIN;
            case Problem.TooManyAttempts p -> TOO_MANY_ATTEMPTS;
            case Problem.MethodNotAllowed p -> METHOD_NOT_ALLOWED;
            case Problem.NotAcceptable p -> NOT_ACCEPTABLE;
            case Problem.UnsupportedMediaType p -> UNSUPPORTED_MEDIA_TYPE;
            case Problem.InvalidParameter p -> INVALID_PARAMETER;
            case Problem.InvalidHeader p -> INVALID_HEADER;
            case Problem.InvalidBody p -> INVALID_BODY;
            case Problem.MalformedRequest p -> MALFORMED_REQUEST;
            case Problem.ContentTooLarge p -> CONTENT_TOO_LARGE;
            case Problem.UriTooLong p -> URI_TOO_LONG;
            case Problem.HeadersTooLarge p -> HEADERS_TOO_LARGE;
            case Problem.BrokenRules p -> BROKEN_RULES;
            case Problem.PreconditionRequired p -> PRECONDITION_REQUIRED;
            case Problem.StaleVersion p -> STALE_VERSION;
            case Problem.AlreadyExists p -> ALREADY_EXISTS;
            case Problem.StillReferenced p -> STILL_REFERENCED;
            case Problem.Conflict p -> CONFLICT;
            case Problem.InTheWay p -> IN_THE_WAY;
            case Problem.Archived p -> ARCHIVED;
            case Problem.KeyReused p -> KEY_REUSED;
            case Problem.NotPublishable p -> NOT_PUBLISHABLE;
            case Problem.NothingToPublish p -> NOTHING_TO_PUBLISH;
            case Problem.Unavailable p -> UNAVAILABLE;
            case Problem.Busy p -> BUSY;
            case Problem.TooMuchWork p -> TOO_MUCH_WORK;
            case Problem.NotOffered p -> NOT_OFFERED;
            case Problem.InternalError p -> INTERNAL_ERROR;
        };
    }

    /** The name in {@code /problems/{name}}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The URI reference that a problem document gives as its type. */
    public String uri() {
        return "/problems/" + slug();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    public static Optional<ProblemType> named(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
