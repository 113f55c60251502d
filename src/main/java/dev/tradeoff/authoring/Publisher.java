package dev.tradeoff.authoring;

import dev.tradeoff.database.Announcements;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Precondition;
import dev.tradeoff.technology.Technologies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Freezes drafts as revisions. */
@ApplicationScoped
public class Publisher {

    private final EntityManager database;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Technologies technologies;
    private final Announcements announcements;
    private final Clock clock;

    Publisher(
            EntityManager database,
            Drafts drafts,
            Revisions revisions,
            Technologies technologies,
            Announcements announcements,
            Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.revisions = revisions;
        this.technologies = technologies;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * What keeps a draft from being published.
     *
     * @param version of the draft
     */
    public record Check(Comparison draft, List<Violation> violations, long version) {}

    /** @throws Refused if there is no such draft */
    @Transactional
    public Check check(String comparison) {
        var draft = drafts.find(comparison).orElseThrow(() -> Drafts.noDraft(comparison));
        return new Check(
                draft.comparison(), PublicationRules.check(draft.comparison(), technologies.slugs()), draft.version());
    }

    /** Refuses a revision that does not exist. */
    @Transactional
    public void exists(String comparison, int number) {
        if (!revisions.exists(comparison, number)) {
            throw noRevision(comparison, number);
        }
    }

    /**
     * Publishes the draft as the next revision: all of it is there or nothing. Readers of this process see it when the
     * transaction has ended, those of other replicas when its notification arrives.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no draft, it breaks a rule, or nothing has changed
     */
    @Transactional
    public Publication publish(String comparison, String message, String author) {
        return publish(comparison, message, author, Precondition.NONE);
    }

    /** The same on a condition on the draft's version. */
    @Transactional
    public Publication publish(String comparison, String message, String author, Precondition precondition) {
        var stored = drafts.lock(comparison);
        precondition.check(stored.draftVersion);
        return publishChanges(stored, message, author).orElseThrow(() -> new Problem.NothingToPublish(
                        "The draft of " + comparison + " is equal to its latest revision.")
                .refused());
    }

    /** The same, but empty where nothing has changed. */
    @Transactional
    Optional<Publication> publishChanges(String comparison, String message, String author) {
        return publishChanges(drafts.lock(comparison), message, author);
    }

    private Optional<Publication> publishChanges(StoredComparison stored, String message, String author) {
        return append(stored, drafts.known(stored).comparison(), message, author);
    }

    /**
     * Publishes an earlier revision once more, as the next one. A draft that nobody has touched since the last
     * publication goes along; one with changes of its own is left as it is.
     *
     * @param message null for one that says what happened
     * @throws dev.tradeoff.shared.problem.Refused if there is no such revision, the condition on the comparison's version
     *     does not hold, or the revision is equal to the latest
     */
    @Transactional
    public Publication restore(
            String comparison, int number, @Nullable String message, String author, Precondition precondition) {
        var stored = published(comparison);
        var restored = revisions.find(comparison, number).orElseThrow(() -> noRevision(comparison, number));
        var latest = latest(stored);
        precondition.check(latest.change());
        boolean draftIsUntouched = drafts.draft(stored)
                .map(draft -> draft.comparison().equals(latest.comparison()))
                .orElse(true);
        var said = message == null ? "Restores revision " + number : message;
        var publication = append(stored, restored.comparison(), said, author)
                .orElseThrow(() -> new Problem.NothingToPublish(
                                "Revision " + number + " of " + comparison + " is equal to the latest.")
                        .refused());
        if (draftIsUntouched) {
            drafts.write(stored, restored.comparison());
        }
        return publication;
    }

    /**
     * Takes a comparison from what is published; its history and its draft stay.
     *
     * @throws dev.tradeoff.shared.problem.Refused if nothing of it was published, it is archived already, or the condition
     *     on its version does not hold
     */
    @Transactional
    public void archive(String comparison, Precondition precondition) {
        var stored = published(comparison);
        refuseArchived(stored);
        precondition.check(latest(stored).change());
        stored.archivedAt = clock.instant();
        stored.lastChange = announcements.announce();
        database.flush();
    }

    /** Brings an archived comparison back, as it was; refuses one that is not archived. */
    @Transactional
    public Publication unarchive(String comparison, Precondition precondition) {
        var stored = published(comparison);
        var latest = latest(stored);
        if (stored.archivedAt == null) {
            throw new Problem.Conflict("The comparison " + comparison + " is not archived.").refused();
        }
        precondition.check(latest.change());
        stored.archivedAt = null;
        stored.lastChange = announcements.announce();
        database.flush();
        return latest.publication();
    }

    /** Freezes a state as the next revision of a comparison whose row is locked, unless it is equal to the latest. */
    private Optional<Publication> append(
            StoredComparison stored, Comparison comparison, String message, String author) {
        refuseArchived(stored);
        var known = technologies.slugs();
        refuseBroken(PublicationRules.check(comparison, known));
        if (isLatest(stored, comparison)) {
            return Optional.empty();
        }
        long change = announcements.announce();
        var still = technologies.slugs(); // from here on nobody removes one: who does announces before
        if (!still.equals(known)) {
            refuseBroken(PublicationRules.check(comparison, still));
        }
        return Optional.of(freeze(stored, comparison, message, author, change));
    }

    /** Whether this is what was published last. */
    boolean isLatest(StoredComparison stored, Comparison comparison) {
        return stored.publishedRevision != null
                && revisions
                        .find(stored.slug, stored.publishedRevision)
                        .map(Revision::comparison)
                        .filter(comparison::equals)
                        .isPresent();
    }

    /** Makes a state that was checked the next revision of a comparison whose row is locked. */
    Publication freeze(StoredComparison stored, Comparison comparison, String message, String author) {
        return freeze(stored, comparison, message, author, announcements.announce());
    }

    private Publication freeze(
            StoredComparison stored, Comparison comparison, String message, String author, long change) {
        int number = stored.publishedRevision == null ? 1 : stored.publishedRevision + 1;
        var revision = new Revision(number, clock.instant(), author, message, change, comparison);
        revisions.add(revision);
        stored.publishedRevision = number;
        stored.lastChange = change;
        database.flush();
        return revision.publication();
    }

    /**
     * Freezes the states of a history as the revisions that they were, under a comparison whose row is locked and of which
     * nothing was published. What others publish comes before or after all of it.
     *
     * @param history numbered from 1; their places among all changes are drawn here
     */
    void recover(StoredComparison stored, List<Revision> history) {
        for (var revision : history) {
            long change = announcements.announce();
            revisions.add(new Revision(
                    revision.number(),
                    revision.publishedAt(),
                    revision.publishedBy(),
                    revision.message(),
                    change,
                    revision.comparison()));
            stored.publishedRevision = revision.number();
            stored.lastChange = change;
        }
        database.flush();
    }

    private StoredComparison published(String comparison) {
        var stored = database.find(StoredComparison.class, comparison, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null || stored.publishedRevision == null) {
            throw Problem.NotFound.of("comparison", comparison).refused();
        }
        return stored;
    }

    private Revision latest(StoredComparison stored) {
        return revisions
                .find(stored.slug, Objects.requireNonNull(stored.publishedRevision))
                .orElseThrow();
    }

    private static void refuseArchived(StoredComparison stored) {
        if (stored.archivedAt != null) {
            throw new Problem.Conflict("The comparison " + stored.slug
                            + " is archived; an admin can bring it back with unarchive.")
                    .refused();
        }
    }

    private static Refused noRevision(String comparison, int number) {
        return new Problem.NotFound("The comparison " + comparison + " has no revision " + number + ".").refused();
    }

    private static void refuseBroken(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Problem.NotPublishable(
                            violations.size() == 1
                                    ? "The draft breaks a rule."
                                    : "The draft breaks " + violations.size() + " rules.",
                            DraftRefusals.flaws(violations))
                    .refused();
        }
    }
}
