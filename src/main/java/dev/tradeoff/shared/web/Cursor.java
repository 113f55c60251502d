package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The place after the last item of a page: its score, where the list is ranked, and its stable key. Being a place and not
 * a count, it survives what is published in between.
 *
 * @param score relevance of the item; 0 in lists that are not ranked
 * @param key the item's key, unique in the list
 */
public record Cursor(float score, String key) {

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Integer.BYTES + Float.BYTES;

    /** @param list what the list is of and how it is filtered; a cursor of another list is refused */
    public String encode(String list) {
        var keyBytes = key.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(HEAD + keyBytes.length)
                .put(VERSION)
                .putInt(fingerprint(list))
                .putFloat(score)
                .put(keyBytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The place that a client gave, or null for the beginning.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it is no cursor, or one of another list
     */
    public static @Nullable Cursor decode(@Nullable String cursor, String list) {
        if (cursor == null) {
            return null;
        }
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        if (bytes.remaining() <= HEAD || bytes.get() != VERSION) {
            throw malformed();
        }
        if (bytes.getInt() != fingerprint(list)) {
            throw new Problem.InvalidParameter(
                            "cursor", "The cursor belongs to a list with other filters; begin again without it.")
                    .refused();
        }
        float score = bytes.getFloat();
        if (!Float.isFinite(score)) {
            throw malformed();
        }
        try {
            return new Cursor(
                    score, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    /**
     * The key of a list whose keys are numbers.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it is none
     */
    public long number() {
        if (!key.matches("[0-9]{1,18}")) {
            throw malformed();
        }
        return Long.parseLong(key);
    }

    private static RuntimeException malformed() {
        return new Problem.InvalidParameter("cursor", "This is no cursor that a list gave; begin again without it.")
                .refused();
    }

    private static int fingerprint(String list) {
        var crc = new CRC32();
        crc.update(list.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
