package dev.tradeoff.authoring;

import dev.tradeoff.database.Announcements;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.technology.Technologies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Freezes drafts as revisions. */
@ApplicationScoped
public class Publisher {

    private final EntityManager database;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Technologies technologies;
    private final Announcements announcements;
    private final KnowledgeJson json;
    private final Clock clock;

    Publisher(
            EntityManager database,
            Drafts drafts,
            Revisions revisions,
            Technologies technologies,
            Announcements announcements,
            KnowledgeJson json,
            Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.revisions = revisions;
        this.technologies = technologies;
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Publishes the draft as the next revision: all of it is there or nothing. Readers of this process see it when the
     * transaction has ended, those of other replicas when its notification arrives.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no draft, it breaks a rule, or nothing has changed
     */
    @Transactional
    public Publication publish(String comparison, String message, String author) {
        return publishChanges(comparison, message, author).orElseThrow(() -> new Problem.NothingToPublish(
                        "The draft of " + comparison + " is equal to its latest revision.")
                .refused());
    }

    /** The same, but empty where nothing has changed. */
    @Transactional
    Optional<Publication> publishChanges(String comparison, String message, String author) {
        var stored = database.find(StoredComparison.class, comparison, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null) {
            throw Problem.NotFound.of("comparison", comparison).refused();
        }
        var draft = drafts.draft(stored)
                .orElseThrow(() -> Problem.NotFound.of("draft of the comparison", comparison)
                        .refused())
                .comparison();
        refuseBroken(PublicationRules.check(draft, technologies.slugs()));
        var latest = stored.publishedRevision;
        if (latest != null
                && revisions
                        .find(comparison, latest)
                        .map(Revision::comparison)
                        .filter(draft::equals)
                        .isPresent()) {
            return Optional.empty();
        }
        int number = latest == null ? 1 : latest + 1;
        long change = announcements.announce();
        var now = clock.instant();
        revisions.persist(new StoredRevision(
                new StoredRevision.Id(comparison, number), now, author, message, change, json.write(draft)));
        stored.publishedRevision = number;
        stored.lastChange = change;
        database.flush();
        return Optional.of(new Publication(comparison, number, now, author, message));
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
