package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Comparison;
import java.time.Instant;

/**
 * An immutable, numbered, published state of a comparison.
 *
 * @param number 1, 2, … within the comparison
 * @param change its place among all publications of all comparisons
 */
public record Revision(
        int number, Instant publishedAt, String publishedBy, String message, long change, Comparison comparison) {

    /** It without its document. */
    public Publication publication() {
        return new Publication(comparison.slug(), number, publishedAt, publishedBy, message, change);
    }
}
