package dev.tradeoff.evidence;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Of many pairs, those that are farthest apart. A comparison may have ten thousand claims: their fifty million pairs are
 * all looked at, and nobody wants to read them all.
 *
 * @param <T> what is held against each other
 */
final class Farthest<T> {

    private final int most;
    private final PriorityQueue<Pair<T>> pairs = new PriorityQueue<>(Comparator.comparingDouble(Pair::apart));

    /** @param apart how many times they are apart */
    record Pair<T>(T first, T second, double apart) {}

    /** @param most how many pairs are kept */
    Farthest(int most) {
        this.most = most;
    }

    void add(T first, T second, double apart) {
        if (pairs.size() < most) {
            pairs.add(new Pair<>(first, second, apart));
        } else if (pairs.element().apart() < apart) {
            pairs.remove();
            pairs.add(new Pair<>(first, second, apart));
        }
    }

    /** In no particular order. */
    void forEach(Consumer<Pair<T>> action) {
        pairs.forEach(action);
    }
}
