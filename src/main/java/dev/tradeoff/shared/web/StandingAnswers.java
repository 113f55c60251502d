package dev.tradeoff.shared.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.shared.memory.Lately;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers again that stand: who sends the same request gets the same bytes, without any of what an operation
 * costs. What stands is decided by who made the answer ({@link Representation#standingWhile}); what is not asked for falls
 * out when the memory for it is used up.
 */
@Singleton
final class StandingAnswers {

    /** Right after what refuses addresses (9000), before authentication is prepared (200). */
    private static final int BEFORE_AUTHENTICATION = 8_000;

    /** After what may refuse a reader (60) and what receives bodies (50), before the operation. */
    private static final int AFTER_AUTHENTICATION = 40;

    private static final int NOT_MODIFIED = 304;
    private static final String PUBLIC = "public";
    private static final String ANYTHING = "*/*";
    private static final String JSON = "application/json";

    private final Instance<Shortcut> known;
    private final PublicAddress address;
    private final int place;
    private final Lately lately = new Lately();
    private final Cache<Request, Answer> kept;

    private volatile List<Shortcut> lyingReady = List.of();
    private volatile List<Shortcut> making = List.of();

    StandingAnswers(
            Instance<Shortcut> shortcuts,
            PublicAddress address,
            @ConfigProperty(name = "tradeoff.access.reads") String reads,
            @ConfigProperty(name = "tradeoff.http.standing-answers-memory") MemorySize memory) {
        this.known = shortcuts;
        this.address = address;
        this.place = reads.equalsIgnoreCase(PUBLIC) ? BEFORE_AUTHENTICATION : AFTER_AUTHENTICATION;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue())
                .weigher((Request request, Answer answer) ->
                        request.uri().length() + answer.representation().weight())
                .build();
    }

    /**
     * What an answer depends on besides the encoding, which is chosen each time.
     *
     * @param base what absolute links in it begin with
     */
    private record Request(String uri, @Nullable String accept, String base) {}

    /** @param template the path of the operation, by which metrics call it */
    private record Answer(Representation representation, String template) {}

    /** Filters are made while the program is still being put together, and what knows shortcuts needs its configuration. */
    void start(@Observes StartupEvent event) {
        lyingReady = known.stream().filter(shortcut -> !shortcut.makesAnswers()).toList();
        making = known.stream().filter(Shortcut::makesAnswers).toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, place);
    }

    /**
     * Keeps it if it stands and is not asked for the first time, as most that are asked once never are again. Call where the
     * operation's answer is written, in the context of its request.
     */
    void keep(HttpServerRequest request, Representation representation) {
        String template = ContextLocals.get(HttpEdge.NAME_IN_METRICS, null);
        if (request.method() == HttpMethod.GET && representation.canStand() && template != null) {
            var asked = asked(request, request.getHeader(HttpHeaders.ACCEPT));
            if (lately.came(asked)) {
                kept.put(asked, new Answer(representation, template));
            }
        }
    }

    /** Looks at what lies ready first, then at what is kept, at last at what is quickly made. */
    private void answer(RoutingContext context) {
        var request = context.request();
        var answer = request.method() == HttpMethod.GET && !isUnusual(request.headers()) ? find(request) : null;
        if (answer == null) {
            context.next();
            return;
        }
        ContextLocals.put(HttpEdge.NAME_IN_METRICS, answer.template());
        var representation = answer.representation();
        var selection = Selection.of(
                representation,
                name -> RepresentationWriter.joined(request.headers().getAll(name)));
        var response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, representation.contentType());
        selection.headers(response.headers()::add);
        if (selection.known()) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(buffer(selection));
        }
    }

    @SuppressWarnings("deprecation") // nothing else that Vert.x has copies no bytes
    private static Buffer buffer(Selection selection) {
        return Buffer.buffer(selection.buffer());
    }

    /** What the operation, or what comes before it, has to look at. */
    private static boolean isUnusual(MultiMap headers) {
        return headers.contains(HttpHeaders.IF_MATCH)
                || headers.contains(HttpHeaders.CONTENT_LENGTH)
                || headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || headers.contains(HttpHeaders.IF_NONE_MATCH)
                        && EntityTags.parse(String.join(", ", headers.getAll(HttpHeaders.IF_NONE_MATCH)))
                                .isEmpty();
    }

    private Request asked(HttpServerRequest request, @Nullable String accept) {
        return new Request(request.uri(), accept, address.of(request));
    }

    private @Nullable Answer find(HttpServerRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean isJson = accept == null || accept.equals(ANYTHING) || accept.equals(JSON);
        var ready = isJson ? first(lyingReady, request.uri()) : null;
        if (ready != null) {
            return ready;
        }
        var asked = asked(request, accept);
        var answer = kept.getIfPresent(asked);
        if (answer != null && !answer.representation().stands()) {
            kept.asMap().remove(asked, answer);
            answer = null;
        }
        return answer == null && isJson && !Selection.acceptsGzip(encodings(request)) ? made(asked) : answer;
    }

    private @Nullable Answer made(Request asked) {
        var answer = first(making, asked.uri());
        if (answer != null && answer.representation().canStand() && lately.came(asked)) {
            kept.put(asked, answer);
        }
        return answer;
    }

    private static @Nullable Answer first(List<Shortcut> shortcuts, String uri) {
        for (var shortcut : shortcuts) {
            var found = shortcut.find(uri);
            if (found != null) {
                return new Answer(found, shortcut.template(uri));
            }
        }
        return null;
    }

    private static @Nullable String encodings(HttpServerRequest request) {
        return RepresentationWriter.joined(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
    }
}
