package dev.tradeoff.shared.web;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rendered bytes ready to be served: as they are or gzipped, each with a strong ETag of its own (RFC 9110, 8.8.3) that
 * is made from the content, hence the same in every replica. {@link RepresentationWriter} answers requests with it.
 */
public final class Representation {

    /** Below this many bytes gzip saves less than its header and the client's work cost. */
    private static final int WORTH_COMPRESSING = 512;

    private static final int TAG_BYTES = 12;

    private final MediaType mediaType;
    private final String vary;
    private final Caching caching;
    private final List<String> links;
    private final Content content;

    private Representation(MediaType mediaType, String vary, Caching caching, List<String> links, Content content) {
        this.mediaType = mediaType;
        this.vary = vary;
        this.caching = caching;
        this.links = links;
        this.content = content;
    }

    /** How long an answer may be used again. */
    public enum Caching {
        /** The latest state: may be kept, is asked for again each time. */
        REVALIDATED("public, no-cache"),
        /** A numbered revision: never changes. */
        IMMUTABLE("public, max-age=31536000, immutable"),
        /** Of one caller, whose role it needs. */
        PRIVATE("private, no-cache"),
        /**
         * The answer to a POST, which is of no address and hence has no entity tag that anything could be conditional on
         * (RFC 9110, 9.3.3).
         */
        NOT_STORED("no-store");

        private final String directives;

        Caching(String directives) {
            this.directives = directives;
        }

        String directives() {
            return directives;
        }
    }

    /** JSON, of an address that has nothing else. */
    public static Representation of(byte[] json, Caching caching) {
        return of(MediaType.APPLICATION_JSON_TYPE, json, caching);
    }

    /** Of an address that has one media type. */
    public static Representation of(MediaType mediaType, byte[] bytes, Caching caching) {
        return new Representation(
                mediaType.withCharset("UTF-8"), "Accept-Encoding", caching, List.of(), new Content(bytes));
    }

    /** Of an address that has several media types. */
    public static Representation negotiated(MediaType mediaType, byte[] bytes, Caching caching) {
        return new Representation(
                mediaType.withCharset("UTF-8"), "Accept, Accept-Encoding", caching, List.of(), new Content(bytes));
    }

    /**
     * Something that can be changed: its tag begins with its version, so that a change can be conditional on it whatever
     * encoding it was read in.
     *
     * @param tag without quotes
     */
    public static Representation versioned(byte[] json, String tag, Caching caching) {
        return new Representation(
                MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"),
                "Accept-Encoding",
                caching,
                List.of(),
                new Content(json, tag));
    }

    /** The same bytes, of this version: the tag begins with it. */
    public Representation at(long version) {
        return new Representation(
                mediaType, vary, caching, links, new Content(content.bytes, version + "-" + digest(content.bytes)));
    }

    /** The same with values of the Link header (RFC 8288). */
    public Representation linking(String... values) {
        return new Representation(mediaType, vary, caching, List.of(values), content);
    }

    /** The same with another lifetime. */
    public Representation cached(Caching other) {
        return new Representation(mediaType, vary, other, links, content);
    }

    /** Compresses now rather than at the first request that wants it, so that no event loop has to. */
    public Representation compressed() {
        content.gzipped();
        return this;
    }

    /** Compresses now if a client with that Accept-Encoding wants it. */
    public Representation compressedFor(@Nullable String acceptEncoding) {
        return isWorthCompressing() && Selection.acceptsGzip(acceptEncoding) ? compressed() : this;
    }

    /** Bytes of memory that it takes, about. */
    public int weight() {
        return content.weight();
    }

    boolean isTagged() {
        return caching != Caching.NOT_STORED;
    }

    boolean isWorthCompressing() {
        return content.bytes.length >= WORTH_COMPRESSING;
    }

    byte[] bytes(boolean compressed) {
        return compressed ? content.gzipped() : content.bytes;
    }

    MediaType mediaType() {
        return mediaType;
    }

    String vary() {
        return vary;
    }

    Caching caching() {
        return caching;
    }

    List<String> links() {
        return links;
    }

    String tag(boolean compressed) {
        return compressed ? content.gzipTag : content.tag;
    }

    /** The bytes and what is computed from them once, however many representations share them. */
    private static final class Content {

        private final byte[] bytes;
        private final String tag;
        private final String gzipTag;
        private volatile byte @Nullable [] gzipped;

        Content(byte[] bytes) {
            this(bytes, digest(bytes));
        }

        Content(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = '"' + tag + '"';
            this.gzipTag = '"' + tag + "-gzip\"";
        }

        /** Two threads may both compress; they get equal bytes. */
        byte[] gzipped() {
            var compressed = gzipped;
            if (compressed == null) {
                compressed = gzip(bytes);
                gzipped = compressed;
            }
            return compressed;
        }

        int weight() {
            var compressed = gzipped;
            return bytes.length + (compressed == null ? bytes.length / 4 : compressed.length) + 256;
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
