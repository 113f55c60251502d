package dev.tradeoff.authoring;

import dev.tradeoff.authoring.ImportReport.ImportedComparison;
import dev.tradeoff.authoring.ImportReport.Outcome;
import dev.tradeoff.authoring.ImportReport.Terms;
import dev.tradeoff.database.Sequences;
import dev.tradeoff.knowledge.Change;
import dev.tradeoff.knowledge.Changes;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.Slugs;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes in one comparison or a whole export: all of it, or nothing. A document is read twice, first for its shape, its
 * technologies and the names of its comparisons, then one comparison after the other, so that memory holds one of them
 * and not all. A dry run takes the same way and stops before it writes.
 */
@ApplicationScoped
public class Importer {

    private static final long IMPORTING = 0x7472_6164_656f_6969L;
    private static final int MOST_CHANGES_OF_ONE = 1_000;
    private static final int MOST_CHANGES = 10_000;

    private final EntityManager database;
    private final Sequences sequences;
    private final Technologies technologies;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Publisher publisher;
    private final Clock clock;

    Importer(
            EntityManager database,
            Sequences sequences,
            Technologies technologies,
            Drafts drafts,
            Revisions revisions,
            Publisher publisher,
            Clock clock) {
        this.database = database;
        this.sequences = sequences;
        this.technologies = technologies;
        this.drafts = drafts;
        this.revisions = revisions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Makes each comparison of the document the draft of its name, and publishes it where that changes anything.
     *
     * @throws dev.tradeoff.shared.problem.Refused if the document cannot be read or has another shape; if somebody's
     *     unpublished changes, or an archived comparison, are in the way; or if rules are broken: all that are, at once
     */
    @Transactional
    public ImportReport take(KnowledgeDocument document, Terms terms) {
        var contents = new Contents();
        document.read(contents);
        if (!terms.dryRun()) {
            lock(contents.slugs);
        }
        var flaws = new Flaws();
        var brought = technologies.compare(contents.technologies);
        flaws.addAll("", brought.violations());
        if (!terms.dryRun() && flaws.isEmpty()) {
            technologies.putAll(brought.wanted());
        }
        var known = new HashSet<>(technologies.slugs());
        contents.technologies.forEach(technology -> known.add(technology.slug()));
        var comparisons = new Comparisons(terms, known, flaws);
        document.read(comparisons);
        comparisons.refuse();
        return new ImportReport(
                terms.dryRun(),
                new ImportReport.Technologies(
                        slugs(brought.added()), slugs(brought.changed()), slugs(brought.unchanged())),
                comparisons.outcomes);
    }

    /**
     * Rows first and in one order, then technologies, then the lock that orders changes, as everybody who writes takes them:
     * else two could wait for each other.
     */
    private void lock(Collection<String> slugs) {
        sequences.lock(IMPORTING);
        drafts.claim(slugs.stream().filter(Slugs::isSlug).distinct().toList());
        technologies.lock();
    }

    private static List<String> slugs(List<Technology> technologies) {
        return technologies.stream().map(Technology::slug).toList();
    }

    /** The first reading. */
    private static final class Contents implements KnowledgeDocument.Reader {

        private final List<Technology> technologies = new ArrayList<>();
        private final List<String> slugs = new ArrayList<>();

        @Override
        public void technology(Technology technology) {
            technologies.add(technology);
        }

        @Override
        public void comparison(String pointer, ComparisonDocument comparison) {
            slugs.add(comparison.comparison().slug());
        }
    }

    /** The second reading. */
    private final class Comparisons implements KnowledgeDocument.Reader {

        private final Terms terms;
        private final Set<String> known;
        private final Flaws flaws;
        private final Set<String> seen = new HashSet<>();
        private final List<ImportedComparison> outcomes = new ArrayList<>();
        private final List<Problem.Flaw> inTheWay = new ArrayList<>();
        private int changesTold;

        Comparisons(Terms terms, Set<String> known, Flaws flaws) {
            this.terms = terms;
            this.known = known;
            this.flaws = flaws;
        }

        @Override
        public void technology(Technology technology) {
            // is there already
        }

        @Override
        public void comparison(String pointer, ComparisonDocument document) {
            var comparison = document.comparison();
            flaws.addAll(pointer, PublicationRules.check(comparison, known));
            if (!seen.add(comparison.slug())) {
                flaws.add(pointer + "/slug", "is the slug of another comparison of the document");
            } else if (Slugs.isSlug(comparison.slug())) {
                compare(pointer, document, comparison);
                database.flush();
                database.clear(); // or each flush would look at all members of all comparisons again
            }
        }

        private void compare(String pointer, ComparisonDocument document, Comparison comparison) {
            var stored = database.find(
                    StoredComparison.class,
                    comparison.slug(),
                    terms.dryRun() ? LockModeType.NONE : LockModeType.PESSIMISTIC_WRITE);
            var draft = stored == null
                    ? null
                    : drafts.draft(stored).map(Draft::comparison).orElse(null);
            var latest = stored == null || stored.publishedRevision == null
                    ? null
                    : revisions
                            .find(comparison.slug(), stored.publishedRevision)
                            .orElseThrow();
            boolean edited = draft != null
                    && !draft.equals(comparison)
                    && (latest == null || !draft.equals(latest.comparison()));
            if (stored != null && stored.archivedAt != null) {
                inTheWay.add(new Problem.Flaw(pointer, comparison.slug() + " is archived; unarchive it first"));
            } else if (edited) {
                inTheWay.add(new Problem.Flaw(
                        pointer,
                        "the draft of " + comparison.slug()
                                + " has changes that are not published; publish or discard it first"));
            } else if (latest == null) {
                add(pointer, document, comparison, stored);
            } else if (comparison.equals(latest.comparison())) {
                outcomes.add(
                        new ImportedComparison(comparison.slug(), Outcome.UNCHANGED, latest.number(), 0, List.of()));
            } else {
                change(latest, comparison, stored);
            }
        }

        private void add(
                String pointer, ComparisonDocument document, Comparison comparison, @Nullable StoredComparison stored) {
            var history = document.revisions() == null ? List.<ComparisonDocument>of() : document.revisions();
            if (!history.isEmpty()) {
                ImportedHistory.check(pointer, comparison, history, known, clock.instant(), flaws);
            }
            int number = history.isEmpty() ? 1 : history.size();
            outcomes.add(new ImportedComparison(comparison.slug(), Outcome.ADDED, number, 0, List.of()));
            if (stored != null && isToBeWritten()) {
                drafts.write(stored, comparison);
                if (history.isEmpty()) {
                    publisher.freeze(stored, comparison, terms.message(), terms.author());
                } else {
                    publisher.recover(stored, ImportedHistory.of(history));
                }
            }
        }

        private void change(Revision latest, Comparison comparison, @Nullable StoredComparison stored) {
            var changes = Changes.between(latest.comparison(), comparison);
            outcomes.add(new ImportedComparison(
                    comparison.slug(), Outcome.CHANGED, latest.number() + 1, changes.size(), told(changes)));
            if (stored != null && isToBeWritten()) {
                drafts.write(stored, comparison);
                publisher.freeze(stored, comparison, terms.message(), terms.author());
            }
        }

        private List<Change> told(List<Change> changes) {
            int most = Math.min(MOST_CHANGES_OF_ONE, MOST_CHANGES - changesTold);
            var told = changes.size() <= most ? changes : List.copyOf(changes.subList(0, most));
            changesTold += told.size();
            return told;
        }

        /** Once something is wrong nothing will be kept, and the rest is only read for what else is wrong. */
        private boolean isToBeWritten() {
            return !terms.dryRun() && flaws.isEmpty() && inTheWay.isEmpty();
        }

        void refuse() {
            if (!inTheWay.isEmpty()) {
                throw new Problem.InTheWay(
                                "Nothing was changed: "
                                        + inTheWay.stream()
                                                .map(Problem.Flaw::detail)
                                                .collect(Collectors.joining("; "))
                                        + ".",
                                inTheWay)
                        .refused();
            }
            flaws.refuse("The document");
        }
    }
}
