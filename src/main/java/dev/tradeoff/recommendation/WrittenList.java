package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;

/** A list that stands in one answer after the other, with its JSON. */
final class WrittenList<T> extends AbstractList<T> implements JsonSerializable {

    private final List<T> items;
    private final SerializableString json;

    WrittenList(List<T> items) {
        this.items = List.copyOf(items);
        this.json = new SerializedString(WrittenCell.json(items));
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        generator.writeRawValue(json);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(generator, serializers);
    }
}
