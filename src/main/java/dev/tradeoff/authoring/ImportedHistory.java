package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.PublicationRules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history that a comparison brings along: every state that was published, numbered from 1 without a gap, in the order
 * of time, the last equal to the comparison itself.
 */
final class ImportedHistory {

    private static final int NAME = 200;
    private static final int SENTENCE = 1_000;

    private ImportedHistory() {}

    /** @param pointer of the comparison in the document */
    static void check(
            String pointer,
            Comparison comparison,
            List<ComparisonDocument> revisions,
            Set<String> technologies,
            Flaws flaws) {
        var before = Instant.MIN;
        for (int i = 0; i < revisions.size(); i++) {
            var at = pointer + "/revisions/" + i;
            var revision = revisions.get(i);
            var state = revision.comparison();
            flaws.addAll(at, PublicationRules.check(state, technologies));
            if (!state.slug().equals(comparison.slug())) {
                flaws.add(at + "/slug", "must be the slug of the comparison");
            }
            if (!Integer.valueOf(i + 1).equals(revision.revision())) {
                flaws.add(at + "/revision", "must be " + (i + 1) + ": a history is numbered from 1 without a gap");
            }
            var publishedAt = revision.publishedAt();
            if (publishedAt == null || publishedAt.isBefore(before)) {
                flaws.add(
                        at + "/publishedAt", publishedAt == null ? "is missing" : "must not be before the one before");
            } else {
                before = publishedAt;
            }
            text(at + "/publishedBy", revision.publishedBy(), NAME, flaws);
            text(at + "/message", revision.message(), SENTENCE, flaws);
            if (revision.revisions() != null) {
                flaws.add(at + "/revisions", "belongs to the comparison, not to a revision");
            }
        }
        if (!revisions.getLast().comparison().equals(comparison)) {
            flaws.add(
                    pointer + "/revisions/" + (revisions.size() - 1),
                    "must say what the comparison says: the latest revision is what is published");
        }
    }

    private static void text(String pointer, @Nullable String text, int longest, Flaws flaws) {
        if (text == null || text.isBlank()) {
            flaws.add(pointer, "is missing");
        } else if (text.codePointCount(0, text.length()) > longest) {
            flaws.add(pointer, "must be at most " + longest + " characters");
        }
    }

    /** The revisions of a history that was checked, without their places among all changes. */
    static List<Revision> of(List<ComparisonDocument> revisions) {
        return revisions.stream()
                .map(revision -> new Revision(
                        Objects.requireNonNull(revision.revision()),
                        // PostgreSQL keeps no more
                        Objects.requireNonNull(revision.publishedAt()).truncatedTo(ChronoUnit.MICROS),
                        Objects.requireNonNull(revision.publishedBy()),
                        Objects.requireNonNull(revision.message()),
                        0,
                        revision.comparison()))
                .toList();
    }
}
