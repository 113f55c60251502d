package dev.tradeoff.page;

import dev.tradeoff.published.PublishedComparisons.Entry;
import java.util.List;

/** A publication in a list of them. */
public record HistoryLine(int revision, String href, String time, String by, String message) {

    static HistoryLine of(Entry entry) {
        return new HistoryLine(
                entry.revision(),
                Addresses.comparison(entry.comparison()) + "/revisions/" + entry.revision(),
                Words.time(entry.publishedAt()),
                entry.publishedBy(),
                entry.message());
    }

    static List<HistoryLine> of(List<Entry> entries) {
        return entries.stream().map(HistoryLine::of).toList();
    }
}
