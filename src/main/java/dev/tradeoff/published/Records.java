package dev.tradeoff.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.authoring.Revision;
import dev.tradeoff.evidence.EvidenceSettings;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Revisions as records, as many of them as the memory for them holds. The latest ones are made anew from what is kept
 * outside of the heap, when they have fallen out; that needs no database.
 */
@Singleton
final class Records {

    /** Bytes of heap for a byte of JSON, about: measured on the first content, evidence and maps included. */
    private static final int HEAP_PER_BYTE = 5;

    private final EvidenceSettings strictness;
    private final ReadersJson json;
    private final Cache<Key, Weighed> kept;

    Records(
            EvidenceSettings strictness,
            ReadersJson json,
            @ConfigProperty(name = "tradeoff.published.records-memory") MemorySize memory) {
        this.strictness = strictness;
        this.json = json;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue())
                .weigher((Key key, Weighed records) -> records.weight())
                .build();
    }

    private record Key(String comparison, int revision) {}

    private record Weighed(PublishedComparison published, int weight) {

        static Weighed of(PublishedComparison published, int length) {
            return new Weighed(published, Math.multiplyExact(length, HEAP_PER_BYTE));
        }
    }

    /** Makes records of a revision, and keeps none. */
    PublishedComparison of(Revision revision) {
        return new PublishedComparison(revision, strictness);
    }

    /** @param length of its JSON, in bytes */
    void keep(PublishedComparison published, int length) {
        kept.put(new Key(published.slug(), published.number()), Weighed.of(published, length));
    }

    /** If they are in memory; for event loops. */
    Optional<PublishedComparison> held(String comparison, int revision) {
        return Optional.ofNullable(kept.getIfPresent(new Key(comparison, revision)))
                .map(Weighed::published);
    }

    /** Call off the event loop. */
    PublishedComparison of(Latest latest) {
        return kept.get(new Key(latest.slug(), latest.number()), absent -> read(latest))
                .published();
    }

    /** For who goes through all of them, which nobody else wants at that moment. */
    PublishedComparison passing(Latest latest) {
        return held(latest.slug(), latest.number()).orElseGet(() -> read(latest).published());
    }

    private Weighed read(Latest latest) {
        var whole = latest.answer().bytes();
        var publication = latest.publication();
        return Weighed.of(
                of(new Revision(
                        publication.revision(),
                        publication.publishedAt(),
                        publication.publishedBy(),
                        publication.message(),
                        publication.change(),
                        json.comparison(whole))),
                whole.length);
    }
}
