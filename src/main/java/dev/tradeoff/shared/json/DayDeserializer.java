package dev.tradeoff.shared.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as {@code 2026-04-08} and nothing else; Jackson alone would also take times, arrays and counts of days. */
final class DayDeserializer extends StdScalarDeserializer<LocalDate> {

    private static final int LENGTH = "2026-04-08".length();

    DayDeserializer() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        var text = parser.getText();
        try {
            if (text.length() == LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // said below, with what is too long or too short
        }
        throw context.weirdStringException(text, LocalDate.class, "a day is written as 2026-04-08");
    }
}
