package dev.tradeoff.shared.web;

import io.netty.buffer.ByteBuf;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rendered bytes ready to be served: as they are or gzipped, each with a strong ETag of its own (RFC 9110, 8.8.3) that
 * is made from the content, hence the same in every replica. {@link RepresentationWriter} answers requests with it.
 */
public final class Representation {

    /** Below this many bytes gzip saves less than its header and the client's work cost. */
    private static final int WORTH_COMPRESSING = 512;

    private static final String ENCODINGS = "Accept-Encoding";
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    private static final String JSON_AS_TEXT = JSON.toString();

    private final MediaType mediaType;
    private final String vary;
    private final Caching caching;
    private final List<String> links;
    private final Content content;
    private final @Nullable BooleanSupplier standing;

    private Representation(
            MediaType mediaType,
            String vary,
            Caching caching,
            List<String> links,
            Content content,
            @Nullable BooleanSupplier standing) {
        this.mediaType = mediaType;
        this.vary = vary;
        this.caching = caching;
        this.links = links;
        this.content = content;
        this.standing = standing;
    }

    /** How long an answer may be used again. */
    public enum Caching {
        /** The latest state: may be kept, is asked for again each time. */
        REVALIDATED("public, no-cache"),
        /**
         * An image that stands in other sites, whose proxies fetch it again and again: a few minutes late does no harm, and
         * an old one is better than none.
         */
        BRIEFLY("public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"),
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
        return json(inMemory(json, caching), caching);
    }

    /** Of an address that has one media type. */
    public static Representation of(MediaType mediaType, byte[] bytes, Caching caching) {
        return new Representation(
                mediaType.withCharset("UTF-8"), ENCODINGS, caching, List.of(), inMemory(bytes, caching), null);
    }

    /** The tag is made where the bytes are, and not at the first request, if there is to be one. */
    private static Content inMemory(byte[] bytes, Caching caching) {
        var content = new InMemory(bytes);
        if (caching != Caching.NOT_STORED) {
            content.tag();
        }
        return content;
    }

    /** Of an address that has several media types. */
    public static Representation negotiated(MediaType mediaType, byte[] bytes, Caching caching) {
        return new Representation(
                mediaType.withCharset("UTF-8"),
                "Accept, " + ENCODINGS,
                caching,
                List.of(),
                inMemory(bytes, caching),
                null);
    }

    /**
     * Something that can be changed: its tag begins with its version, so that a change can be conditional on it whatever
     * encoding it was read in.
     *
     * @param tag without quotes
     */
    public static Representation versioned(byte[] json, String tag, Caching caching) {
        return json(new InMemory(json, tag), caching);
    }

    /**
     * JSON that is kept outside of the heap, but for what every answer begins with.
     *
     * @param packed as {@link #packed} has made it
     * @param length its {@link #length}
     * @param tag its {@link #tag}
     */
    public static Representation unpacked(ByteBuffer packed, int length, String tag, Caching caching) {
        return json(new Packed(tag, packed, length), caching);
    }

    private static Representation json(Content content, Caching caching) {
        return new Representation(JSON, ENCODINGS, caching, List.of(), content, null);
    }

    /** Its bytes, and behind them the gzipped ones, to be kept outside of the heap. */
    public ByteBuffer packed() {
        return ByteBuffer.allocate(length(false) + length(true))
                .put(bytes(false))
                .put(bytes(true))
                .flip();
    }

    /** The entity tag of its bytes as they are, in quotes. */
    public String tag() {
        return content.tag(false);
    }

    /** The same bytes, of this version: the tag begins with it. */
    public Representation at(long version) {
        var bytes = content.bytes(false);
        return with(new InMemory(bytes, version + "-" + InMemory.digest(bytes)));
    }

    private Representation with(Content other) {
        return new Representation(mediaType, vary, caching, links, other, standing);
    }

    /**
     * The same, to be given again, without another look, to everybody who sends the same request for as long as the
     * condition holds. It is asked each time, by event loops.
     */
    public Representation standingWhile(BooleanSupplier condition) {
        return new Representation(mediaType, vary, caching, links, content, condition);
    }

    /** The same with values of the Link header (RFC 8288). */
    public Representation linking(String... values) {
        return new Representation(mediaType, vary, caching, List.of(values), content, standing);
    }

    /** The same with another lifetime. */
    public Representation cached(Caching other) {
        return new Representation(mediaType, vary, other, links, content, standing);
    }

    /** Compresses now rather than at the first request that wants it, so that no event loop has to. */
    public Representation compressed() {
        content.bytes(true);
        return this;
    }

    /** Compresses now if a client with that Accept-Encoding wants it. */
    public Representation compressedFor(@Nullable String acceptEncoding) {
        return isWorthCompressing() && Selection.acceptsGzip(acceptEncoding) ? compressed() : this;
    }

    /** Whether nothing is left to be compressed for a client with that Accept-Encoding. */
    public boolean isReadyFor(@Nullable String acceptEncoding) {
        return content.isCompressed() || !isWorthCompressing() || !Selection.acceptsGzip(acceptEncoding);
    }

    /** Bytes of memory that it takes, about. */
    public int weight() {
        return content.weight();
    }

    boolean isTagged() {
        return caching != Caching.NOT_STORED;
    }

    boolean isWorthCompressing() {
        return content.length(false) >= WORTH_COMPRESSING;
    }

    /** As they are. */
    public byte[] bytes() {
        return content.bytes(false);
    }

    /** How many they are. */
    public int length() {
        return content.length(false);
    }

    byte[] bytes(boolean compressed) {
        return content.bytes(compressed);
    }

    int length(boolean compressed) {
        return content.length(compressed);
    }

    /** The bytes without copying them. */
    ByteBuf buffer(boolean compressed) {
        return content.buffer(compressed);
    }

    /** Whether it may be kept for others who send the same request. */
    boolean canStand() {
        return standing != null;
    }

    boolean stands() {
        return standing != null && standing.getAsBoolean();
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** The media type as the header has it. */
    String contentType() {
        return mediaType == JSON ? JSON_AS_TEXT : mediaType.toString();
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
        return content.tag(compressed);
    }
}
