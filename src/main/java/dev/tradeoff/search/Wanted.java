package dev.tradeoff.search;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the index.
 *
 * @param filters by field; an entry must have one of the values of each
 * @param words what is asked in words, which then rank the entries; null: all of them, by key
 */
public record Wanted(
        Map<String, Set<String>> filters, @Nullable String words) {

    boolean isRanked() {
        return words != null;
    }
}
