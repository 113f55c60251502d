package dev.tradeoff.published;

import dev.tradeoff.knowledge.Comparison;

/** One revision of a comparison. */
public record PublishedState(Comparison comparison, int revision) {

    static PublishedState of(PublishedComparison published) {
        return new PublishedState(published.comparison(), published.revision().number());
    }
}
