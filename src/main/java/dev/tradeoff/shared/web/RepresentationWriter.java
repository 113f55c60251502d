package dev.tradeoff.shared.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.LazyResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a {@link Representation}: chooses the encoding, answers 304 to a client that has it already, and hands
 * the bytes to the connection without copying them.
 */
@Provider
public final class RepresentationWriter implements ServerMessageBodyWriter<Representation> {

    private static final int NOT_MODIFIED = 304;

    private final StandingAnswers standing;

    RepresentationWriter(StandingAnswers standing) {
        this.standing = standing;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, @Nullable ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == Representation.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Representation.class;
    }

    @Override
    public void writeResponse(Representation representation, Type genericType, ServerRequestContext context) {
        var exchange = (ResteasyReactiveRequestContext) context;
        exchange.setResponseContentType(representation.mediaType()); // and not what JAX-RS would have chosen
        var request = exchange.serverRequest();
        var response = context.serverResponse();
        var selection = Selection.of(representation, name -> joined(request.getAllRequestHeaders(name)));
        selection.headers(response::addResponseHeader);
        if (selection.known()) {
            response.setStatusCode(NOT_MODIFIED);
            notModified(exchange);
            response.end();
        } else {
            response.end(selection.bytes());
        }
        standing.keep(exchange.unwrap(HttpServerRequest.class), representation);
    }

    /** The status of a response that an operation has made would take the place of this one when its head is sent. */
    private static void notModified(ResteasyReactiveRequestContext exchange) {
        if (exchange.getResponse().isCreated()) {
            var made = exchange.getResponse().get();
            exchange.setResponse(new LazyResponse.Existing(
                    Response.fromResponse(made).status(NOT_MODIFIED).build()));
        }
    }

    /** A header that comes in several lines is one list (RFC 9110, 5.3). */
    static @Nullable String joined(List<String> lines) {
        return lines.isEmpty() ? null : lines.size() == 1 ? lines.getFirst() : String.join(", ", lines);
    }

    /** HEAD is answered without asking a writer, but has the headers that GET would have. */
    static final class Head {

        @ServerResponseFilter
        public void headers(ContainerRequestContext request, ContainerResponseContext response) {
            if ("HEAD".equals(request.getMethod()) && response.getEntity() instanceof Representation representation) {
                var selection = Selection.of(representation, request::getHeaderString);
                response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, representation.mediaType());
                selection.headers(response.getHeaders()::add);
                if (selection.known()) {
                    response.setStatus(NOT_MODIFIED);
                }
            }
        }
    }

    @Override
    public void writeTo(
            Representation representation,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(representation.bytes(false));
    }
}
