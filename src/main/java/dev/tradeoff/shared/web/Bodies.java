package dev.tradeoff.shared.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.json.JsonFaults;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of the request that is being answered. Operations ask for it when they know that what the address names
 * exists, so that a body is refused only after the address: 415, then 413 and 400.
 */
@ApplicationScoped
public class Bodies {

    public static final MediaType MERGE_PATCH = new MediaType("application", "merge-patch+json");

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** So many times longer than packed is JSON, with much that repeats. */
    private static final int USUALLY_PACKED = 20;

    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    Bodies(CurrentVertxRequest current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /** A body's bytes, decompressed, and what they are. */
    public record Sent(MediaType mediaType, byte[] bytes) {}

    /**
     * A JSON body.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it has another media type, is too long, or is not of that shape
     */
    public <T> T read(Class<T> type) {
        return json().as(type);
    }

    /**
     * A JSON body as it came, to be unpacked and parsed by another thread than the event loop's.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it has another media type or encoding, or is too long, or not there
     */
    public JsonBody json() {
        return new JsonBody(received(MediaType.APPLICATION_JSON_TYPE), json);
    }

    /** A JSON Merge Patch (RFC 7396), called that or plain JSON. It must be an object. */
    public JsonNode mergePatch() {
        var sent = sent(MERGE_PATCH, MediaType.APPLICATION_JSON_TYPE);
        try {
            var patch = required(json.readTree(sent.bytes()));
            if (!patch.isObject()) {
                throw new Problem.InvalidBody(
                                "A merge patch of an object is an object.",
                                List.of(new Problem.Flaw("", "must be an object")))
                        .refused();
            }
            return patch;
        } catch (IOException e) {
            throw JsonFaults.problem(e).refused();
        }
    }

    /**
     * The body as it is, if it has one of these media types.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it has another media type or encoding, or is too long, or not there
     */
    public Sent sent(MediaType... accepted) {
        var received = received(accepted);
        return new Sent(received.mediaType(), received.unpacked());
    }

    private Received received(MediaType... accepted) {
        var request = current.getCurrent();
        var body = request.<SentBody>get(SentBody.KEY);
        if (body == null) {
            throw new Problem.InvalidBody("This operation reads a body, and there is none.", List.of()).refused();
        }
        var headers = request.request().headers();
        var type = mediaType(headers.get(HttpHeaders.CONTENT_TYPE), accepted);
        boolean gzipped = isGzipped(headers.get(HttpHeaders.CONTENT_ENCODING));
        return switch (body) {
            case SentBody.TooLarge(long limit) -> throw tooLarge(limit);
            case SentBody.NoRoom() ->
                throw new Problem.Busy(
                                "Many bodies are being received. Repeat the request in a moment.",
                                Computing.RETRY_AFTER_SECONDS)
                        .refused();
            case SentBody.Received(var bytes, long limit) -> new Received(type, bytes.getBytes(), gzipped, limit);
        };
    }

    /** A body that is neither unpacked nor looked into. */
    private record Received(MediaType mediaType, byte[] bytes, boolean gzipped, long limit) {

        byte[] unpacked() {
            return gzipped ? unpack(bytes, limit) : bytes;
        }
    }

    /** A JSON body that is to be read; any thread may. */
    public static final class JsonBody {

        private final Received received;
        private final ObjectMapper json;

        private JsonBody(Received received, ObjectMapper json) {
            this.received = received;
            this.json = json;
        }

        /**
         * Its bytes as they came, a character for each, to know it again by; null for one that is packed, or has more than so
         * many.
         */
        public @Nullable String verbatim(int most) {
            return received.gzipped() || received.bytes().length > most
                    ? null
                    : new String(received.bytes(), StandardCharsets.ISO_8859_1);
        }

        /** Whether it is still to be unpacked, and may be far longer then than it looks. */
        public boolean isPacked() {
            return received.gzipped();
        }

        /** About how many bytes it has, unpacked. */
        public long length() {
            long packed = received.bytes().length;
            return received.gzipped() ? Math.min(packed * USUALLY_PACKED, received.limit()) : packed;
        }

        /** @throws dev.tradeoff.shared.problem.Refused if it is too long when it is unpacked, or is not of that shape */
        public <T> T as(Class<T> type) {
            try {
                return required(json.readValue(received.unpacked(), type));
            } catch (IOException e) {
                throw JsonFaults.problem(e).refused();
            }
        }
    }

    /** Whether none was sent. */
    public boolean isEmpty() {
        return current.getCurrent().get(SentBody.KEY) == null;
    }

    /** The bytes of any media type, undecoded; none if there is no body. */
    byte[] raw() {
        return current.getCurrent().get(SentBody.KEY) instanceof SentBody.Received(var bytes, long limit)
                ? bytes.getBytes()
                : new byte[0];
    }

    private static MediaType mediaType(@Nullable String header, MediaType... accepted) {
        if (header == null) {
            throw new Problem.UnsupportedMediaType(
                            "The body has no Content-Type; this operation reads " + listed(accepted) + ".")
                    .refused();
        }
        for (var one : accepted) {
            if (header.equals(one.getType() + "/" + one.getSubtype())) {
                return one;
            }
        }
        try {
            var type = MediaType.valueOf(header);
            var charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
            for (var one : accepted) {
                if (one.getType().equalsIgnoreCase(type.getType())
                        && one.getSubtype().equalsIgnoreCase(type.getSubtype())
                        && charset.toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii")) {
                    return one;
                }
            }
        } catch (IllegalArgumentException e) {
            // said below, with the types that can be read and are not wanted
        }
        throw new Problem.UnsupportedMediaType("This operation does not read " + Excerpt.of(header) + "; it reads "
                        + listed(accepted) + ", in UTF-8.")
                .refused();
    }

    private static String listed(MediaType... accepted) {
        return Arrays.stream(accepted).map(MediaType::toString).collect(Collectors.joining(", "));
    }

    private static boolean isGzipped(@Nullable String encoding) {
        if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.strip().equalsIgnoreCase("gzip") || encoding.strip().equalsIgnoreCase("x-gzip")) {
            return true;
        }
        throw new Problem.UnsupportedMediaType("The Content-Encoding " + Excerpt.of(encoding)
                        + " is not read; send gzip, or the body as it is.")
                .refused();
    }

    /** Unpacked, a body may be no longer than it may be as it is. */
    private static byte[] unpack(byte[] packed, long limit) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var bytes = gzip.readNBytes((int) Math.min(limit + 1, LONGEST_ARRAY));
            if (bytes.length > limit) {
                throw tooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem.InvalidBody("The body is said to be gzip, and cannot be unpacked.", List.of()).refused();
        }
    }

    private static RuntimeException tooLarge(long limit) {
        return new Problem.ContentTooLarge(
                        "The body is longer than this operation reads: " + limit / 1024 / 1024 + " MiB.")
                .refused();
    }

    /** Jackson reads {@code null} as no object at all. */
    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new Problem.InvalidBody(
                            "The body is null; an object is read here.",
                            List.of(new Problem.Flaw("", "must be an object")))
                    .refused();
        }
        return value;
    }
}
