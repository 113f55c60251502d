package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.AbstractList;

/** A list that has its JSON at hand, and is an ordinary one where trees are made instead of text. */
abstract class SelfWriting<T> extends AbstractList<T> implements JsonSerializable {

    abstract void write(JsonGenerator json) throws IOException;

    @Override
    public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
        if (json instanceof TokenBuffer) {
            json.writeStartArray(this, size());
            for (var item : this) {
                serializers.defaultSerializeValue(item, json);
            }
            json.writeEndArray();
        } else {
            write(json);
        }
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(json, serializers);
    }
}
