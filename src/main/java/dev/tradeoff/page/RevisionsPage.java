package dev.tradeoff.page;

import dev.tradeoff.published.PublishedComparisons.Past;
import java.util.List;

/**
 * A comparison's history.
 *
 * @param slug of the comparison
 */
public record RevisionsPage(String slug, Past past, List<HistoryLine> entries) {

    public String address() {
        return Addresses.comparison(slug);
    }

    /** How many are not shown. */
    public int earlier() {
        return past.latest() - entries.size();
    }
}
