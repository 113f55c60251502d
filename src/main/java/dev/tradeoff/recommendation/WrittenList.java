package dev.tradeoff.recommendation;

import java.util.AbstractList;
import java.util.List;

/** A list that stands in one answer after the other, with its JSON. */
final class WrittenList<T> extends AbstractList<T> {

    private final List<T> items;
    private final byte[] json;

    WrittenList(List<T> items) {
        this.items = List.copyOf(items);
        this.json = AnswerJson.byJackson(items);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    byte[] json() {
        return json;
    }
}
