package dev.tradeoff.shared.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** Records as JSON, which can always be written. */
public final class JsonBytes {

    private JsonBytes() {}

    /** @throws IllegalStateException if it cannot be written, which is a mistake in the program */
    public static byte[] of(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
    }

    /** The same as text. */
    public static String text(ObjectMapper json, Object value) {
        return new String(of(json, value), StandardCharsets.UTF_8);
    }
}
