package dev.tradeoff.published;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Published states of comparisons as records, for who computes from them. */
@Singleton
public final class PublishedStates {

    private final History history;

    PublishedStates(History history) {
        this.history = history;
    }

    /**
     * The number of the latest revision; empty if the comparison is archived.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison, archived or not
     */
    public OptionalInt latest(String comparison) {
        var latest = history.latest(comparison);
        return latest.archived() ? OptionalInt.empty() : OptionalInt.of(latest.number());
    }

    /**
     * A state, at once where it is in memory, else from beside the heap or from the database.
     *
     * @param revision its number, at least 1; null: the latest
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison, or it is archived and no revision is
     *     named; the Uni fails so if there is no such revision, or the database is out of reach
     */
    public Uni<PublishedState> find(String comparison, @Nullable Integer revision) {
        return history.state(comparison, revision).map(PublishedState::of);
    }
}
