package dev.tradeoff.published;

import dev.tradeoff.authoring.Publication;
import dev.tradeoff.authoring.Revisions;
import dev.tradeoff.shared.problem.DatabaseFailures;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/**
 * States of comparisons, the latest from memory, earlier ones from the database off the event loop. Earlier ones
 * are kept for a while: they never change.
 */
@Singleton
final class History {

    /** However the database is away, nobody waits longer for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final PublishedKnowledge knowledge;
    private final Revisions revisions;
    private final Records records;
    private final Renderings renderings;

    History(PublishedKnowledge knowledge, Revisions revisions, Records records, Renderings renderings) {
        this.knowledge = knowledge;
        this.revisions = revisions;
        this.records = records;
        this.renderings = renderings;
    }

    /** A view of the state that is asked for; an explicit revision is immutable, and said to be. */
    Uni<Representation> represent(String comparison, StateQuery query, View view) {
        query.check();
        var latest = latest(comparison);
        if (query.asOf() != null) {
            return offLoop(() -> {
                var number = revisions.numberAt(comparison, query.time()).orElseThrow(() -> new Problem.NotFound(
                                "The comparison " + comparison + " was not published yet at " + query.time() + ".")
                        .refused());
                return renderings.of(load(latest, number), view);
            });
        }
        if (query.isLatest()) {
            refuseArchived(latest);
            return represent(latest, latest.number(), view)
                    .map(found -> view.ofTheDay()
                            ? found
                            : found.standingWhile(() -> knowledge.current().has(latest)));
        }
        return represent(latest, query.number(), view)
                .map(found -> found.cached(Caching.IMMUTABLE).standingWhile(() -> true));
    }

    private Uni<Representation> represent(Latest latest, int number, View view) {
        if (view == View.WHOLE && number == latest.number()) {
            return Uni.createFrom().item(latest.answer());
        }
        return renderings
                .held(latest.slug(), number, view)
                .map(held -> Uni.createFrom().item(held))
                .orElseGet(() -> offLoop(() -> renderings.of(load(latest, number), view)));
    }

    private static void refuseArchived(Latest latest) {
        if (latest.archived()) {
            var slug = latest.slug();
            throw new Problem.Archived(
                            "The comparison " + slug + " was archived; its revisions can still be read.",
                            "/api/v1/comparisons/" + slug + "/revisions",
                            latest.publication().change())
                    .refused();
        }
    }

    /**
     * The records of a state: at once where it is in memory, else from the database.
     *
     * @param number null: the latest, refused if it is archived
     */
    Uni<PublishedComparison> state(String comparison, @Nullable Integer number) {
        var latest = latest(comparison);
        if (number == null) {
            refuseArchived(latest);
        }
        int wanted = number == null ? latest.number() : number;
        var held = wanted > latest.number() // being loaded just now, and not yet what is latest
                ? Optional.<PublishedComparison>empty()
                : records.held(comparison, wanted);
        return held.map(state -> Uni.createFrom().item(state)).orElseGet(() -> offLoop(() -> load(latest, wanted)));
    }

    /**
     * Its latest revision, archived or not.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison
     */
    Latest latest(String comparison) {
        return knowledge.current().find(comparison).orElseThrow(() -> Problem.NotFound.of("comparison", comparison)
                .refused());
    }

    /** Call off the event loop. */
    PublishedComparison revision(String comparison, int number) {
        return load(latest(comparison), number);
    }

    /** Its newest publications with numbers below that one, up to as many; call off the event loop. */
    List<Publication> publications(String comparison, int below, int most) {
        var latest = latest(comparison);
        var newest = revisions.history(comparison, below, most);
        newest.stream().findFirst().ifPresent(publication -> keepUp(latest, publication.revision()));
        return newest;
    }

    private PublishedComparison load(Latest latest, int number) {
        if (number == latest.number()) {
            return records.of(latest);
        }
        var state = records.held(latest.slug(), number).orElseGet(() -> loadOther(latest, number));
        keepUp(latest, number);
        return state;
    }

    private PublishedComparison loadOther(Latest latest, int number) {
        var loaded = revisions.find(latest.slug(), number).map(records::of).orElseThrow(() -> new Problem.NotFound(
                        "The comparison " + latest.slug() + " has no revision " + number + ".")
                .refused());
        records.keep(loaded, renderings.bytes(loaded.comparison()).length);
        return loaded;
    }

    /** Who has seen a revision that another replica has published does not see an older one as the latest. */
    private void keepUp(Latest latest, int seen) {
        if (seen > latest.number()) {
            knowledge.refresh();
        }
    }

    /** Does the work off the event loop, and answers in time even where the database accepts a question and is silent. */
    <T> Uni<T> offLoop(Supplier<T> work) {
        return Uni.createFrom()
                .item(() -> reachable(work))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(History::unreachable);
    }

    private static <T> T reachable(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException e) {
            boolean ourMistake =
                    e instanceof JDBCException && DatabaseFailures.problem(e).isEmpty();
            throw ourMistake ? e : unreachable();
        }
    }

    private static Refused unreachable() {
        return new Problem.Unavailable(
                        "Earlier states are read from the database, and it is out of reach; the latest can be read.")
                .refused();
    }
}
