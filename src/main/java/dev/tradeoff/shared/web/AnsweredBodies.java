package dev.tradeoff.shared.web;

import io.quarkus.runtime.StartupEvent;
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

/**
 * Answers requests with small bodies by {@link BodyShortcut}s, without any of what an operation costs. What is unusual about a
 * request is left to its operation, and so is everything that is to be refused.
 */
@Singleton
final class AnsweredBodies {

    /** A longer one costs so much that the way to its operation does not matter. */
    private static final int LONGEST = 4 * 1024;

    private static final String ANYTHING = "*/*";
    private static final String JSON = "application/json";

    private static final List<CharSequence> UNUSUAL = List.of(
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.EXPECT,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH);

    private final Instance<BodyShortcut> known;
    private final int place;

    private volatile List<BodyShortcut> shortcuts = List.of();

    AnsweredBodies(Instance<BodyShortcut> shortcuts, @ConfigProperty(name = "tradeoff.access.reads") String reads) {
        this.known = shortcuts;
        this.place = BodyReception.afterOpenBodies(reads);
    }

    /** Filters are made while the program is still being put together, and what knows shortcuts needs its configuration. */
    void start(@Observes StartupEvent event) {
        shortcuts = known.stream().toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, place);
    }

    private void answer(RoutingContext context) {
        if (context.get(SentBody.KEY) instanceof SentBody.Received(var body, long limit)
                && body.length() <= LONGEST
                && isUsual(context.request())) {
            answer(context, body.getBytes());
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, byte[] body) {
        var request = context.request();
        var encoding = RepresentationWriter.joined(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
        for (var shortcut : shortcuts) {
            var answer = shortcut.answer(request.uri(), body, encoding);
            if (answer != null) {
                ContextLocals.put(HttpEdge.NAME_IN_METRICS, shortcut.template());
                send(context, answer);
                return;
            }
        }
        context.next();
    }

    @SuppressWarnings("deprecation") // nothing else that Vert.x has copies no bytes
    private static void send(RoutingContext context, Representation answer) {
        var headers = context.request().headers();
        var response = context.response();
        var selection = Selection.of(answer, name -> RepresentationWriter.joined(headers.getAll(name)));
        response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        selection.headers(response.headers()::add);
        response.end(Buffer.buffer(selection.buffer()));
    }

    private static boolean isUsual(HttpServerRequest request) {
        var headers = request.headers();
        var accept = headers.get(HttpHeaders.ACCEPT);
        return request.method() == HttpMethod.POST
                && JSON.equals(headers.get(HttpHeaders.CONTENT_TYPE))
                && (accept == null || accept.equals(ANYTHING) || accept.equals(JSON))
                && isUsual(headers);
    }

    private static boolean isUsual(MultiMap headers) {
        for (var header : UNUSUAL) {
            if (headers.contains(header)) {
                return false;
            }
        }
        return true;
    }
}
