package dev.tradeoff.shared.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
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
        var request = ((ResteasyReactiveRequestContext) context).serverRequest();
        var response = context.serverResponse();
        boolean compressed =
                representation.isWorthCompressing() && acceptsGzip(request.getRequestHeader("Accept-Encoding"));
        var tag = representation.tag(compressed);
        response.setResponseHeader("ETag", tag);
        response.setResponseHeader("Vary", representation.vary());
        response.setResponseHeader("Cache-Control", representation.caching().directives());
        for (var link : representation.links()) {
            response.addResponseHeader("Link", link);
        }
        var known = request.getRequestHeader("If-None-Match");
        if (known != null && EntityTags.parse(known).filter(tags -> tags.matches(tag)).isPresent()) {
            response.setStatusCode(NOT_MODIFIED);
            response.removeResponseHeader("Content-Type");
            response.end();
            return;
        }
        var bytes = compressed ? representation.gzipped() : representation.bytes();
        response.setResponseHeader("Content-Type", representation.contentType());
        response.setResponseHeader("Content-Length", Integer.toString(bytes.length));
        if (compressed) {
            response.setResponseHeader("Content-Encoding", "gzip");
        }
        if ("HEAD".equals(request.getRequestMethod())) {
            response.end();
        } else {
            response.end(bytes);
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
            throws IOException, WebApplicationException {
        out.write(representation.bytes());
    }

    /** RFC 9110, 12.5.3: gzip is named, or everything is, and not with a quality of 0. */
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean everything = false;
        for (var item : header.split(",")) {
            var parts = item.split(";", 2);
            var coding = parts[0].strip();
            boolean wanted = parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
            if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
                return wanted;
            }
            everything |= coding.equals("*") && wanted;
        }
        return everything;
    }
}
