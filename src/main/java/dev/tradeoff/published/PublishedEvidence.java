package dev.tradeoff.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * What the linter says of published revisions on a day: found out once for each revision and day, and kept for a while.
 */
@Singleton
public final class PublishedEvidence {

    private static final int MOST_KEPT = 256;

    private final EvidenceSettings strictness;
    private final Cache<Key, Evidence> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    PublishedEvidence(EvidenceSettings strictness) {
        this.strictness = strictness;
    }

    private record Key(String comparison, int revision, LocalDate day) {}

    /**
     * Evidence with what is stale on that day. May take its time where it is not kept: call off the event loop.
     *
     * @param published what was published under that slug and number
     */
    public Evidence of(String comparison, int revision, Comparison published, LocalDate day) {
        return kept.get(new Key(comparison, revision, day), absent -> Evidence.of(published, strictness, day));
    }

    Evidence of(PublishedComparison published, LocalDate day) {
        var key = new Key(published.slug(), published.revision().number(), day);
        return kept.get(key, absent -> published.evidence().asOf(day));
    }
}
