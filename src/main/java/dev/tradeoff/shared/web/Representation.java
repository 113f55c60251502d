package dev.tradeoff.shared.web;

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

    private final String contentType;
    private final String vary;
    private final Caching caching;
    private final List<String> links;
    private final byte[] bytes;
    private final String tag;
    private final String gzipTag;
    private volatile byte @Nullable [] gzipped;

    private Representation(String contentType, boolean negotiated, Caching caching, List<String> links, byte[] bytes) {
        this.contentType = contentType;
        this.vary = negotiated ? "Accept, Accept-Encoding" : "Accept-Encoding";
        this.caching = caching;
        this.links = List.copyOf(links);
        this.bytes = bytes;
        var digest = digest(bytes);
        this.tag = '"' + digest + '"';
        this.gzipTag = '"' + digest + "-gzip\"";
    }

    /** How long an answer may be used again. */
    public enum Caching {
        /** The latest state: may be kept, is asked for again each time. */
        REVALIDATED("public, no-cache"),
        /** A numbered revision: never changes. */
        IMMUTABLE("public, max-age=31536000, immutable");

        private final String directives;

        Caching(String directives) {
            this.directives = directives;
        }

        String directives() {
            return directives;
        }
    }

    public static Representation json(byte[] bytes, Caching caching) {
        return new Representation("application/json", false, caching, List.of(), bytes);
    }

    /** @param negotiated whether other media types are offered at the same address */
    public static Representation of(String contentType, boolean negotiated, byte[] bytes, Caching caching) {
        return new Representation(contentType, negotiated, caching, List.of(), bytes);
    }

    /** The same with values of the Link header (RFC 8288). */
    public Representation linking(String... values) {
        return new Representation(contentType, vary.startsWith("Accept,"), caching, Arrays.asList(values), bytes);
    }

    /** The same with another lifetime; shares the bytes. */
    public Representation cached(Caching other) {
        if (other == caching) {
            return this;
        }
        var copy = new Representation(contentType, vary.startsWith("Accept,"), other, links, bytes);
        copy.gzipped = gzipped;
        return copy;
    }

    /** Compresses now rather than at the first request that wants it, so that no event loop has to. */
    public Representation compressed() {
        gzipped();
        return this;
    }

    /** Bytes of memory that it takes, about. */
    public int weight() {
        var compressed = gzipped;
        return bytes.length + (compressed == null ? bytes.length / 4 : compressed.length) + 256;
    }

    boolean isWorthCompressing() {
        return bytes.length >= WORTH_COMPRESSING;
    }

    byte[] bytes() {
        return bytes;
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

    String contentType() {
        return contentType;
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
        return compressed ? gzipTag : tag;
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
