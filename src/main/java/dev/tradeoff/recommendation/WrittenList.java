package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;

/** A list that stands in one answer after the other, with its JSON. */
final class WrittenList<T> extends SelfWriting<T> {

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
    void write(JsonGenerator generator) throws IOException {
        generator.writeRawValue(json);
    }
}
