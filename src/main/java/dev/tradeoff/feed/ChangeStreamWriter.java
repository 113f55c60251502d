package dev.tradeoff.feed;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** Leaves the connection to the stream, which goes on when the operation has ended long ago. */
@Provider
public final class ChangeStreamWriter implements ServerMessageBodyWriter<ChangeStream> {

    private static final MediaType TYPE =
            MediaType.valueOf(ChangeStream.MEDIA_TYPE).withCharset("UTF-8");

    private final ChangeStreams streams;

    ChangeStreamWriter(ChangeStreams streams) {
        this.streams = streams;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, @Nullable ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == ChangeStream.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ChangeStream.class;
    }

    @Override
    public void writeResponse(ChangeStream stream, Type genericType, ServerRequestContext context) {
        ((ResteasyReactiveRequestContext) context).setResponseContentType(TYPE);
        headers(context.serverResponse()::setResponseHeader);
        streams.open(stream);
    }

    /** Caches keep none of it, and proxies hold nothing back. */
    private static void headers(BiConsumer<String, String> add) {
        add.accept(HttpHeaders.CACHE_CONTROL, "no-store");
        add.accept("X-Accel-Buffering", "no");
    }

    @Override
    public void writeTo(
            ChangeStream stream,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new IllegalStateException("a stream needs its connection");
    }

    /** HEAD is answered without asking a writer, but has the headers that GET would have. */
    static final class Head {

        @ServerResponseFilter
        public void headers(ContainerRequestContext request, ContainerResponseContext response) {
            if ("HEAD".equals(request.getMethod()) && response.getEntity() instanceof ChangeStream) {
                response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, TYPE);
                ChangeStreamWriter.headers(response.getHeaders()::putSingle);
            }
        }
    }
}
