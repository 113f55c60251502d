package dev.tradeoff.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.published.PublishedEvidence;
import dev.tradeoff.published.PublishedState;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Recommenders of published revisions: made once for each revision and day, and kept for a while. */
@Singleton
final class Recommenders {

    /**
     * With all that is prepared of them, some 30 MB at the most: a thousand comparisons of the usual size. Their records are
     * others' as well.
     */
    private static final long MOST_CELLS = 70_000;

    /** A revision without cells takes memory too. */
    private static final int AT_LEAST = 50;

    private final PublishedEvidence evidence;
    private final EvidenceSettings settings;
    private final Cache<Key, Recommender> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CELLS)
            .weigher((Key key, Recommender recommender) -> AT_LEAST + recommender.size())
            .build();

    Recommenders(PublishedEvidence evidence, EvidenceSettings settings) {
        this.evidence = evidence;
        this.settings = settings;
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
