package dev.tradeoff.shared.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;
import java.text.Normalizer;

/** Keys on their way in: text as well, but refused and not mended, since two might become one. */
final class TextKeyDeserializer extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        if (!Text.isClean(key)) {
            throw context.weirdKeyException(String.class, key, "a key may not hold NUL or lone surrogates");
        }
        if (!Normalizer.isNormalized(key, Normalizer.Form.NFC)) {
            throw context.weirdKeyException(String.class, key, "a key must be in Unicode's normal form C");
        }
        return key;
    }
}
