package dev.tradeoff.shared.problem;

import java.util.List;
import java.util.Set;

/** What can go wrong with a request, in domain words. {@link ProblemType} says what each means to HTTP. */
public sealed interface Problem {

    /** One sentence that says what to mend. */
    String detail();

    default Refused refused() {
        return new Refused(this);
    }

    /** A part of a document that breaks a rule; the pointer is a JSON Pointer (RFC 6901). */
    record Flaw(String pointer, String detail) {}

    /** What the address names does not exist, although the address is well made. */
    record NotFound(String detail) implements Problem {

        public static NotFound of(String noun, String slug) {
            return new NotFound("There is no " + noun + " “" + Excerpt.of(slug) + "”.");
        }
    }

    /**
     * Who asks is not known.
     *
     * @param challenge the value of {@code WWW-Authenticate} (RFC 6750)
     */
    record Unauthenticated(String detail, String challenge) implements Problem {}

    /** Who asks is known, and may not. */
    record Forbidden(String detail, String challenge) implements Problem {}

    /** A page of an origin that may not ask here has sent it. */
    record ForeignOrigin(String detail) implements Problem {}

    /** Too many attempts were refused. */
    record TooManyAttempts(String detail, long retryAfterSeconds) implements Problem {}

    /** No operation has this address. */
    record UnknownRoute(String detail) implements Problem {}

    /** The address exists, the method does not. */
    record MethodNotAllowed(String detail, Set<String> allowed) implements Problem {}

    /** None of the representations that there are is accepted. */
    record NotAcceptable(String detail) implements Problem {}

    /** The body's media type is not read here. */
    record UnsupportedMediaType(String detail) implements Problem {}

    /** A query parameter is unknown, repeated or malformed. */
    record InvalidParameter(String parameter, String detail) implements Problem {}

    /** A header is malformed. */
    record InvalidHeader(String header, String detail) implements Problem {}

    /** The body is not what the operation reads. */
    record InvalidBody(String detail, List<Flaw> errors) implements Problem {}

    /** The request cannot be read as HTTP. */
    record MalformedRequest(String detail) implements Problem {}

    /** The body is longer than the operation reads. */
    record ContentTooLarge(String detail) implements Problem {}

    /** The address is longer than the server reads. */
    record UriTooLong(String detail) implements Problem {}

    /** The header fields are longer than the server reads. */
    record HeadersTooLarge(String detail) implements Problem {}

    /** What is sent can be read, but breaks rules of the domain. */
    record BrokenRules(String detail, List<Flaw> errors) implements Problem {}

    /** Something that exists is to be changed, and the request does not say in which state it was seen. */
    record PreconditionRequired(String detail) implements Problem {}

    /** What is to be changed is no longer in the state in which it was seen. */
    record StaleVersion(String detail) implements Problem {}

    /** What is to be created exists already. */
    record AlreadyExists(String detail) implements Problem {}

    /** What is to be removed is referred to; each error points to a reference. */
    record StillReferenced(String detail, List<Flaw> errors) implements Problem {}

    /** The state of what the address names does not allow this, whatever is sent. */
    record Conflict(String detail) implements Problem {}

    /**
     * What the address names was archived; its history can be read.
     *
     * @param version of what was archived, on which bringing it back is conditional
     */
    record Archived(String detail, String history, long version) implements Problem {}

    /** Work of others that the request would overwrite; each error points to what meets it. */
    record InTheWay(String detail, List<Flaw> errors) implements Problem {}

    /** The same Idempotency-Key came with another body. */
    record KeyReused(String detail) implements Problem {}

    /** A draft breaks rules that hold for what is published. */
    record NotPublishable(String detail, List<Flaw> errors) implements Problem {}

    /** A draft is equal to what is published already. */
    record NothingToPublish(String detail) implements Problem {}

    /** The database is out of reach, and the answer is not in memory. */
    record Unavailable(String detail) implements Problem {}

    /** So many ask for computations at the moment that this one is not begun. */
    record Busy(String detail, long retryAfterSeconds) implements Problem {}

    /** What is asked for takes more computing than one request gets. */
    record TooMuchWork(String detail) implements Problem {}

    /** What is asked for is well known elsewhere, and not done here. */
    record NotOffered(String detail) implements Problem {}

    /** Our own mistake; what it was stands in the log, under the request's id. */
    record InternalError(String detail) implements Problem {}
}
