package dev.tradeoff.published;

import dev.tradeoff.search.KnowledgeIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything published at one moment. A reader takes one snapshot and sees one state throughout; a publication makes
 * a new one, so that nobody sees an older state after a newer one.
 *
 * @param publications the change up to which publications are in it
 * @param technologyChange the change up to which changes of technologies are in it
 * @param comparisons by slug, in no order: looking one up is part of most reads
 */
record Snapshot(
        long publications,
        long technologyChange,
        Map<String, Latest> comparisons,
        TechnologyTree technologies,
        KnowledgeIndex.State index) {

    /** Whether the database has been read at all, even if nothing was published in it. */
    boolean isLoaded() {
        return technologyChange >= 0;
    }

    /** Archived ones too. */
    Optional<Latest> find(String comparison) {
        return Optional.ofNullable(comparisons.get(comparison));
    }

    /** Whether it is still the latest. */
    boolean has(Latest latest) {
        return comparisons.get(latest.slug()) == latest;
    }

    /** The same knowledge in another state of the index. */
    Snapshot with(KnowledgeIndex.State other) {
        return new Snapshot(publications, technologyChange, comparisons, technologies, other);
    }

    /** Copying the map takes some milliseconds for 100,000 comparisons. */
    Map<String, Latest> with(List<Latest> changed) {
        var copy = new HashMap<>(comparisons);
        changed.forEach(latest -> copy.put(latest.slug(), latest));
        return copy;
    }
}
