package dev.tradeoff.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.published.PublishedEvidence;
import dev.tradeoff.published.PublishedState;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Recommenders of published revisions: made once for each revision and day, and kept for a while. */
@Singleton
final class Recommenders {

    /** What a cell takes with all that is prepared of it, measured; its records are others' as well. */
    private static final int BYTES_OF_CELL = 450;

    /** A revision without cells takes memory too, as much as so many. */
    private static final int AT_LEAST = 50;

    /** By default: for a thousand comparisons in a heap of half a gigabyte, for more than ten thousand in one of six. */
    private static final int SHARE_OF_HEAP = 16;

    private final PublishedEvidence evidence;
    private final EvidenceSettings settings;
    private final Cache<Key, Recommender> kept;

    Recommenders(
            PublishedEvidence evidence,
            EvidenceSettings settings,
            @ConfigProperty(name = "tradeoff.recommendation.prepared-memory") Optional<MemorySize> memory) {
        this.evidence = evidence;
        this.settings = settings;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(memory.map(MemorySize::asLongValue)
                                .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
                        / BYTES_OF_CELL)
                .weigher((Key key, Recommender recommender) -> AT_LEAST + recommender.size())
                .build();
    }

    private record Key(String comparison, int revision, LocalDate day) {}

    /** Null where there is none yet. */
    @Nullable
    Recommender kept(String comparison, int revision, LocalDate day) {
        return kept.getIfPresent(new Key(comparison, revision, day));
    }

    /** May take its time where none is kept: call off the event loop. */
    Recommender of(PublishedState state, LocalDate day) {
        return kept.get(
                new Key(state.comparison().slug(), state.revision(), day),
                absent -> new Recommender(
                        state.comparison(),
                        state.revision(),
                        day,
                        evidence.of(state.comparison().slug(), state.revision(), state.comparison(), day),
                        settings));
    }
}
