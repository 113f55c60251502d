package dev.tradeoff.shared.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way in: brought to Unicode's normal form C; NUL, which PostgreSQL cannot keep, and lone surrogates, which
 * are no characters, are refused; so are aliases of YAML, which would be read as their names.
 */
final class TextDeserializer extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw context.weirdStringException(
                    parser.getText(), String.class, "aliases are not read; write the text again");
        }
        var text = super.deserialize(parser, context);
        if (text == null) {
            return null;
        }
        if (!isText(text)) {
            throw context.weirdStringException(text, String.class, "text may not hold NUL or lone surrogates");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(++i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
