package dev.tradeoff.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.json.JsonFaults;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.LibraryRoute;
import dev.tradeoff.shared.web.ProblemAnswers;
import dev.tradeoff.shared.web.ReceivedBodies;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way to {@code /mcp}: lets through to the library what it answers from one message alone, and settles the rest. Nothing is
 * remembered between messages, so that any replica answers any of them: there are no sessions, no streams, nothing to subscribe
 * to, and no notification is waited for.
 */
@Singleton
final class Entrance implements LibraryRoute {

    static final String PATH = "/mcp";

    /** Where an older transport of the library lies, which keeps connections. */
    private static final String BELOW = PATH + "/";

    /** After bodies are received (50). */
    private static final int AFTER_BODIES = 40;

    /** Many times the longest question that somebody would write. */
    private static final int LONGEST_MESSAGE = 64 * 1024;

    private static final int ACCEPTED = 202;
    private static final String JSON = "application/json";
    private static final String BOTH = JSON + ", text/event-stream";
    private static final String SESSION = "Mcp-Session-Id";
    private static final String VERSION = "Mcp-Protocol-Version";
    private static final String INITIALIZE = "initialize";
    private static final String LISTING = "resources/list";
    private static final Set<String> ANSWERED = Set.of(
            "ping",
            "tools/list",
            "tools/call",
            LISTING,
            "resources/templates/list",
            "resources/read",
            "prompts/list",
            "prompts/get",
            "completion/complete");

    private final ObjectMapper json;
    private final ProblemAnswers problems;
    private final Handshake handshake;
    private final ListedComparisons listed;
    private final Set<String> origins;

    Entrance(
            ObjectMapper json,
            ProblemAnswers problems,
            Handshake handshake,
            ListedComparisons listed,
            @ConfigProperty(name = "tradeoff.cors.read-origins") List<String> readOrigins,
            @ConfigProperty(name = "tradeoff.public-url") Optional<URI> own) {
        this.json = json;
        this.problems = problems;
        this.handshake = handshake;
        this.listed = listed;
        this.origins = origins(readOrigins, own);
    }

    private static Set<String> origins(List<String> others, Optional<URI> own) {
        return Stream.concat(
                        others.stream(),
                        own.map(address -> address.getScheme() + "://" + address.getRawAuthority()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String path() {
        return PATH;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_BODIES);
    }

    private void enter(RoutingContext request) {
        var path = request.normalizedPath();
        if (!path.startsWith(PATH) || path.length() > PATH.length() && !path.startsWith(BELOW)) {
            request.next();
            return;
        }
        try {
            admit(request, path);
            receive(request);
        } catch (Refused refused) {
            problems.answer(request, refused.problem());
        }
    }

    /** A page of another site could make somebody's browser ask a service that only that browser reaches (DNS rebinding). */
    private void admit(RoutingContext request, String path) {
        var http = request.request();
        if (path.length() > BELOW.length()) {
            throw new Problem.UnknownRoute("Nothing lies below " + PATH + "; send messages there.").refused();
        }
        if (http.method() != HttpMethod.POST) {
            throw new Problem.MethodNotAllowed(
                            "Messages are sent by POST; there are no streams and no sessions.",
                            new TreeSet<>(Set.of("OPTIONS", "POST")))
                    .refused();
        }
        var origin = http.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origins.contains("*") && !origins.contains(origin)) {
            throw new Problem.ForeignOrigin("Pages of " + Excerpt.of(origin)
                            + " may not ask here; the operator can name their origin in tradeoff.cors.read-origins.")
                    .refused();
        }
        var version = http.getHeader(VERSION);
        if (version != null && !Handshake.VERSIONS.contains(version)) {
            throw new Problem.InvalidHeader(
                            VERSION,
                            "Version " + Excerpt.of(version) + " of the protocol is not spoken here; there are "
                                    + String.join(", ", Handshake.VERSIONS) + ".")
                    .refused();
        }
        var accepted = http.headers().getAll(HttpHeaders.ACCEPT);
        if (!accepted.isEmpty() && accepted.stream().noneMatch(Entrance::takesJson)) {
            throw new Problem.NotAcceptable("Answers are " + JSON + "; accept it.").refused();
        }
    }

    private static boolean takesJson(String accept) {
        return accept.contains(JSON) || accept.contains("*/*") || accept.contains("application/*");
    }

    private void receive(RoutingContext request) {
        var message = message(ReceivedBodies.handOver(request, LONGEST_MESSAGE));
        var method = message.get("method");
        if (method == null || !message.has("id")) { // a response, or a notification: nothing here waits for one
            request.response().setStatusCode(ACCEPTED).end();
        } else if (method.asText().equals(INITIALIZE)) {
            answer(request, handshake.answer(message));
        } else if (!ANSWERED.contains(method.asText())) {
            answer(
                    request,
                    Handshake.error(
                            message,
                            JsonRpcErrorCodes.METHOD_NOT_FOUND,
                            "There is no method “" + Excerpt.of(method.asText()) + "” here."));
        } else {
            request.request().headers().set(HttpHeaders.ACCEPT, BOTH).remove(SESSION);
            pass(request, method.asText());
        }
    }

    private JsonNode message(Buffer body) {
        try {
            var message = json.readTree(body.getBytes());
            if (message.isObject()) {
                return message;
            }
        } catch (IOException e) {
            throw JsonFaults.problem(e).refused();
        }
        throw new Problem.InvalidBody(
                        "One message is read at a time, an object.", List.of(new Problem.Flaw("", "must be an object")))
                .refused();
    }

    private void pass(RoutingContext request, String method) {
        if (!method.equals(LISTING) || listed.isUpToDate()) {
            request.next();
            return;
        }
        var context = Objects.requireNonNull(Vertx.currentContext());
        listed.bringUpToDate()
                .subscribe()
                .with(
                        done -> context.runOnContext(ready -> request.next()),
                        failure -> context.runOnContext(ready -> request.fail(failure)));
    }

    private void answer(RoutingContext request, JsonNode message) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(message.toString());
    }
}
