package dev.tradeoff.shared.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** In the heap; gzipped when that is wanted first. */
final class InMemory implements Content {

    private static final int TAG_BYTES = 12;

    private final byte[] bytes;
    private volatile @Nullable String tag;
    private volatile byte @Nullable [] gzipped;

    InMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    InMemory(byte[] bytes, String tag) {
        this.bytes = bytes;
        this.tag = tag;
    }

    /** Without quotes. */
    String tag() {
        var known = tag;
        if (known == null) {
            known = digest(bytes);
            tag = known;
        }
        return known;
    }

    @Override
    public boolean isCompressed() {
        return gzipped != null;
    }

    @Override
    public byte[] bytes(boolean compressed) {
        return compressed ? gzipped() : bytes;
    }

    @Override
    public ByteBuf buffer(boolean compressed) {
        return Unpooled.wrappedBuffer(bytes(compressed));
    }

    @Override
    public int length(boolean compressed) {
        return bytes(compressed).length;
    }

    @Override
    public String tag(boolean compressed) {
        return '"' + tag() + (compressed ? GZIPPED : "\"");
    }

    @Override
    public int weight() {
        var compressed = gzipped;
        return bytes.length + (compressed == null ? bytes.length / 4 : compressed.length) + 256;
    }

    /** Two threads may both compress; they get equal bytes. */
    private byte[] gzipped() {
        var compressed = gzipped;
        if (compressed == null) {
            compressed = gzip(bytes);
            gzipped = compressed;
        }
        return compressed;
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

    static String digest(byte[] bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
