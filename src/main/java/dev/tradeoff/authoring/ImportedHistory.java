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

    /** The first that RFC 3339 can write; PostgreSQL keeps it. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private ImportedHistory() {}

    /**
     * @param pointer of the comparison in the document
     * @param now nothing was published after it
     */
    static void check(
            String pointer,
            Comparison comparison,
            List<ComparisonDocument> revisions,
            Set<String> technologies,
            Instant now,
            Flaws flaws) {
        var before = EARLIEST;
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
            var wrong = wrong(publishedAt, before, now);
            if (wrong != null) {
                flaws.add(at + "/publishedAt", wrong);
            } else if (publishedAt != null) {
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

    private static @Nullable String wrong(@Nullable Instant publishedAt, Instant before, Instant now) {
        if (publishedAt == null) {
            return "is missing";
        }
        if (publishedAt.isBefore(EARLIEST)) {
            return "must not be before the year 0000";
        }
        if (publishedAt.isAfter(now)) {
            return "must not be in the future";
        }
        return publishedAt.isBefore(before) ? "must not be before the one before" : null;
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
