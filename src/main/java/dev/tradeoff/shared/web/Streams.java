package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Representation.Caching;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are too long to be held: written piece by piece, as fast as the client reads, each on a thread of its own.
 * As they are slow only where clients are, no more than a few are under way.
 */
@Singleton
public final class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final int MOST = 16;
    private static final int NOT_MODIFIED = 304;
    private static final int PIECE = 16 * 1024;

    private final CurrentVertxRequest current;
    private final Semaphore free = new Semaphore(MOST);

    Streams(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Writes a representation, always the same for one tag. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * A representation with its headers, or 304. Each encoding has its own tag. Call off the event loop.
     *
     * @param tag of the bytes as they are, without quotes
     */
    public Streamed answer(MediaType mediaType, String tag, Content content) {
        var request = current.getCurrent();
        boolean compressed = Selection.acceptsGzip(header(request, HttpHeaders.ACCEPT_ENCODING));
        var quoted = '"' + tag + (compressed ? "-gzip" : "") + '"';
        var condition = header(request, HttpHeaders.IF_NONE_MATCH);
        boolean known = condition != null
                && EntityTags.parse(condition)
                        .filter(tags -> tags.matches(quoted))
                        .isPresent();
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.ETAG, quoted);
        headers.put(HttpHeaders.VARY, "Accept, Accept-Encoding");
        headers.put(HttpHeaders.CACHE_CONTROL, Caching.REVALIDATED.directives());
        if (!known && compressed) {
            headers.put(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return new Streamed(
                mediaType.withCharset("UTF-8"), headers, known ? null : stream(request, compressed, content));
    }

    private Content stream(RoutingContext request, boolean compressed, Content content) {
        if (!free.tryAcquire()) {
            throw new Problem.Unavailable("Many long answers are under way; repeat the request in a moment.").refused();
        }
        request.addEndHandler(end -> free.release());
        return out -> {
            try (var encoded = compressed ? new GZIPOutputStream(out, PIECE) : new BufferedOutputStream(out, PIECE)) {
                content.write(encoded);
            } catch (IOException | RuntimeException e) {
                cut(request, e);
            }
        };
    }

    /**
     * Something that is still to be written.
     *
     * @param content null where the client has it already
     */
    public record Streamed(
            MediaType mediaType,
            Map<String, String> headers,
            @Nullable Content content) {}

    /** Writes it where the operation runs, and not on the event loop. */
    @Provider
    public static final class Writer implements ServerMessageBodyWriter<Streamed> {

        @Override
        public boolean isWriteable(
                Class<?> type, Type genericType, @Nullable ResteasyReactiveResourceInfo target, MediaType mediaType) {
            return type == Streamed.class;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == Streamed.class;
        }

        @Override
        public void writeResponse(Streamed streamed, Type genericType, ServerRequestContext context)
                throws IOException {
            var exchange = (ResteasyReactiveRequestContext) context;
            exchange.setResponseContentType(streamed.mediaType()); // and not what JAX-RS would have chosen
            var response = context.serverResponse();
            streamed.headers().forEach(response::addResponseHeader);
            if (streamed.content() == null) {
                response.setStatusCode(NOT_MODIFIED);
                response.end();
            } else {
                streamed.content().write(context.getOrCreateOutputStream());
            }
        }

        @Override
        public void writeTo(
                Streamed streamed,
                Class<?> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            if (streamed.content() != null) {
                streamed.content().write(out);
            }
        }
    }

    /** HEAD is answered without asking a writer, but has the headers that GET would have. */
    static final class Head {

        @ServerResponseFilter
        public void headers(ContainerRequestContext request, ContainerResponseContext response) {
            if ("HEAD".equals(request.getMethod()) && response.getEntity() instanceof Streamed streamed) {
                response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, streamed.mediaType());
                streamed.headers().forEach(response.getHeaders()::add);
                if (streamed.content() == null) {
                    response.setStatus(NOT_MODIFIED);
                }
            }
        }
    }

    /** What has been sent cannot be taken back: the connection is cut, so that nobody takes a part for the whole. */
    private static void cut(RoutingContext request, Exception e) {
        if (request.response().closed()) {
            LOG.debug("A client went away in the middle of a long answer", e);
        } else {
            LOG.warn("A long answer could not be completed", e);
            request.request().connection().close();
        }
    }

    private static @Nullable String header(RoutingContext request, String name) {
        var lines = request.request().headers().getAll(name);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }
}
