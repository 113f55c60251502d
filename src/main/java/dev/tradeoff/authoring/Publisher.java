package dev.tradeoff.authoring;

import dev.tradeoff.database.Sequences;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.technology.Technologies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Freezes drafts as revisions. */
@ApplicationScoped
public class Publisher {

    /** The channel on which replicas learn that something was published. */
    public static final String CHANNEL = "tradeoff_published";

    private final EntityManager database;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Technologies technologies;
    private final Sequences sequences;
    private final KnowledgeJson json;
    private final Clock clock;
    private final Event<Publication> published;

    Publisher(
            EntityManager database,
            Drafts drafts,
            Revisions revisions,
            Technologies technologies,
            Sequences sequences,
            KnowledgeJson json,
            Clock clock,
            Event<Publication> published) {
        this.database = database;
        this.drafts = drafts;
        this.revisions = revisions;
        this.technologies = technologies;
        this.sequences = sequences;
        this.json = json;
        this.clock = clock;
        this.published = published;
    }

    /**
     * Publishes the draft as the next revision: all of it is there or nothing. Readers of this process see it when the
     * transaction has ended, those of other replicas when its notification arrives.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no draft, it breaks a rule, or nothing has changed
     */
    @Transactional
    public Publication publish(String comparison, String message, String author) {
        var stored = database.find(StoredComparison.class, comparison, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null) {
            throw Problem.NotFound.of("comparison", comparison).refused();
        }
        var draft = drafts.draft(stored)
                .orElseThrow(() -> Problem.NotFound.of("draft of the comparison", comparison).refused())
                .comparison();
        refuseBroken(PublicationRules.check(draft, technologies.slugs()));
        var latest = stored.publishedRevision;
        if (latest != null
                && revisions.find(comparison, latest).map(Revision::comparison).filter(draft::equals).isPresent()) {
            throw new Problem.NothingToPublish("The draft is equal to revision " + latest + ".").refused();
        }
        int number = latest == null ? 1 : latest + 1;
        long change = sequences.nextChange();
        var now = clock.instant();
        revisions.persist(new StoredRevision(
                new StoredRevision.Id(comparison, number), now, author, message, change, json.write(draft)));
        stored.publishedRevision = number;
        stored.lastChange = change;
        database.flush();
        database.createNativeQuery("select 1 from pg_notify(:channel, :change)", Integer.class)
                .setParameter("channel", CHANNEL)
                .setParameter("change", Long.toString(change))
                .getSingleResult();
        var publication = new Publication(comparison, number, now, author, message);
        published.fire(publication);
        return publication;
    }

    private static void refuseBroken(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Problem.NotPublishable(
                            violations.size() == 1
                                    ? "The draft breaks a rule."
                                    : "The draft breaks " + violations.size() + " rules.",
                            violations.stream()
                                    .map(v -> new Problem.Flaw(v.pointer(), v.detail()))
                                    .toList())
                    .refused();
        }
    }
}
