package dev.tradeoff.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.authoring.Publication;
import dev.tradeoff.authoring.Revisions;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * States of comparisons, the latest from memory at once, earlier ones from the database off the event loop. Earlier ones
 * are kept for a while: they never change.
 */
@Singleton
final class History {

    private static final int EARLIER_STATES_KEPT = 64;

    private final PublishedKnowledge knowledge;
    private final Revisions revisions;
    private final Cache<Key, PublishedComparison> earlier =
            Caffeine.newBuilder().maximumSize(EARLIER_STATES_KEPT).build();

    History(PublishedKnowledge knowledge, Revisions revisions) {
        this.knowledge = knowledge;
        this.revisions = revisions;
    }

    private record Key(String comparison, int revision) {}

    /** Renders the state that is asked for; an explicit revision is immutable, and said to be. */
    Uni<Representation> represent(
            String comparison, StateQuery query, Function<PublishedComparison, Representation> render) {
        query.check();
        var latest = latest(comparison);
        if (query.isLatest()) {
            return Uni.createFrom().item(render.apply(latest));
        }
        if (query.asOf() != null) {
            return offLoop(() -> {
                var number = revisions
                        .numberAt(comparison, query.time())
                        .orElseThrow(() -> new Problem.NotFound("The comparison " + comparison
                                        + " was not published yet at " + query.time() + ".")
                                .refused());
                return render.apply(load(latest, number));
            });
        }
        int number = query.number();
        var known = number == latest.revision().number() ? latest : earlier.getIfPresent(new Key(comparison, number));
        return known != null
                ? Uni.createFrom().item(render.apply(known).cached(Caching.IMMUTABLE))
                : offLoop(() -> render.apply(load(latest, number)).cached(Caching.IMMUTABLE));
    }

    /** @throws dev.tradeoff.shared.problem.Refused if there is no such comparison */
    PublishedComparison latest(String comparison) {
        return knowledge
                .current()
                .find(comparison)
                .orElseThrow(() -> Problem.NotFound.of("comparison", comparison).refused());
    }

    /** Call off the event loop. */
    PublishedComparison revision(String comparison, int number) {
        return load(latest(comparison), number);
    }

    /** All publications of it, newest first; call off the event loop. */
    List<Publication> publications(String comparison) {
        latest(comparison);
        return reachable(() -> revisions.history(comparison));
    }

    private PublishedComparison load(PublishedComparison latest, int number) {
        if (number == latest.revision().number()) {
            return latest;
        }
        var key = new Key(latest.slug(), number);
        var known = earlier.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var loaded = reachable(() -> revisions.find(latest.slug(), number))
                .map(PublishedComparison::new)
                .orElseThrow(() -> new Problem.NotFound(
                                "The comparison " + latest.slug() + " has no revision " + number + ".")
                        .refused());
        earlier.put(key, loaded);
        return loaded;
    }

    private static <T> Uni<T> offLoop(Supplier<T> work) {
        return Uni.createFrom().item(() -> reachable(work)).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private static <T> T reachable(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException e) {
            throw new Problem.Unavailable(
                            "Earlier states are read from the database, and it is out of reach; the latest can be read.")
                    .refused();
        }
    }
}
