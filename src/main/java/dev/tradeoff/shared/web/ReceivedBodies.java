package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.List;
import java.util.Locale;

/** Bodies for routes of libraries: what the edge has received is put where a library looks for it. */
public final class ReceivedBodies {

    private static final String JSON = "application/json";

    private ReceivedBodies() {}

    /**
     * Puts a JSON body where Vert.x handlers look for it, as if the framework's handler of bodies had received it.
     *
     * @param most how many bytes it may have
     * @return the body
     * @throws dev.tradeoff.shared.problem.Refused if it has another media type, is too long, or is not there
     */
    public static Buffer handOver(RoutingContext request, int most) {
        var body = json(request, most);
        var internal = (RoutingContextInternal) request;
        internal.visitHandler(RoutingContextInternal.BODY_HANDLER);
        internal.setBody(body);
        return body;
    }

    private static Buffer json(RoutingContext request, int most) {
        var type = String.valueOf(request.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(JSON)) {
            throw new Problem.UnsupportedMediaType("The body has to be " + JSON + ", not " + Excerpt.of(type) + ".")
                    .refused();
        }
        if (request.request().getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new Problem.UnsupportedMediaType("Send the body as it is, without a Content-Encoding.").refused();
        }
        return switch (request.<SentBody>get(SentBody.KEY)) {
            case null ->
                throw new Problem.InvalidBody("A message is read here, and there is none.", List.of()).refused();
            case SentBody.TooLarge tooLarge -> throw tooLong(most);
            case SentBody.NoRoom() ->
                throw new Problem.Busy(
                                "Many bodies are being received. Repeat the request in a moment.",
                                Computing.RETRY_AFTER_SECONDS)
                        .refused();
            case SentBody.Received(var bytes, long limit) -> {
                if (bytes.length() > most) {
                    throw tooLong(most);
                }
                yield bytes;
            }
        };
    }

    private static RuntimeException tooLong(int most) {
        return new Problem.ContentTooLarge("The body is longer than is read here: " + most / 1024 + " KiB.").refused();
    }
}
