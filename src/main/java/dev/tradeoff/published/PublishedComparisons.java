package dev.tradeoff.published;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Change;
import dev.tradeoff.knowledge.Changes;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Comparisons and their histories as records, for who shows them. */
@Singleton
public final class PublishedComparisons {

    private static final int MOST_PASTS = 256;

    private final PublishedKnowledge knowledge;
    private final Records records;
    private final History history;
    private final AsyncCache<Wanted, Past> pasts =
            Caffeine.newBuilder().maximumSize(MOST_PASTS).buildAsync();

    PublishedComparisons(PublishedKnowledge knowledge, Records records, History history) {
        this.knowledge = knowledge;
        this.records = records;
        this.history = history;
    }

    /** An entry of a comparison's history. */
    public record Entry(String comparison, int revision, Instant publishedAt, String publishedBy, String message) {

        static Entry of(dev.tradeoff.authoring.Publication publication) {
            return new Entry(
                    publication.comparison(),
                    publication.revision(),
                    publication.publishedAt(),
                    publication.publishedBy(),
                    publication.message());
        }
    }

    /**
     * A state of a comparison.
     *
     * @param latest the number of its latest revision
     * @param evidence what does not depend on the day; {@link Evidence#asOf} adds what does
     * @param current whether the comparison's latest revision is still that; for event loops
     */
    public record State(Comparison comparison, Entry entry, int latest, Evidence evidence, BooleanSupplier current) {

        public boolean isLatest() {
            return entry.revision() == latest;
        }
    }

    /**
     * Some comparisons of all.
     *
     * @param total how many there are in all
     * @param current whether this is still so; for event loops
     */
    public record Listing(List<State> items, int total, BooleanSupplier current) {}

    /**
     * A revision and what it changed.
     *
     * @param latest the number of the comparison's latest revision
     * @param archived whether only the comparison's history is read
     */
    public record Step(
            Comparison comparison,
            Entry entry,
            List<Change> changes,
            int latest,
            boolean archived,
            BooleanSupplier current) {}

    /**
     * A comparison's history.
     *
     * @param title as its latest revision has it
     * @param entries the newest first
     * @param latest the number of the latest revision: there are as many
     * @param archived whether only the history is read
     */
    public record Past(String title, List<Entry> entries, int latest, boolean archived, BooleanSupplier current) {}

    /**
     * A state of a comparison: the latest one from memory.
     *
     * @param revision its number; null: the latest
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison, or it is archived and no revision is
     *     named; the Uni fails so if there is no such revision, or the database is out of reach
     */
    public Uni<State> find(String comparison, @Nullable Integer revision) {
        var latest = history.latest(comparison);
        return history.state(comparison, revision).map(published -> state(published, latest));
    }

    private State state(PublishedComparison published, Latest latest) {
        return new State(
                published.comparison(),
                Entry.of(published.revision().publication()),
                latest.number(),
                published.evidence(),
                stands(latest));
    }

    private BooleanSupplier stands(Latest latest) {
        return () -> knowledge.current().has(latest);
    }

    /** Those published last, without archived ones; call off the event loop. */
    public Listing newest(int most) {
        var snapshot = knowledge.current();
        var all = snapshot.comparisons().values().stream()
                .filter(latest -> !latest.archived())
                .toList();
        var newest = all.stream()
                .sorted(Comparator.comparing(
                                (Latest latest) -> latest.publication().change())
                        .reversed())
                .limit(most)
                .map(latest -> state(records.passing(latest), latest))
                .toList();
        return new Listing(newest, all.size(), () -> knowledge.current() == snapshot);
    }

    /** Whether nothing else has been published since now; for event loops. */
    public BooleanSupplier current() {
        var snapshot = knowledge.current();
        return () -> knowledge.current() == snapshot;
    }

    /** The latest publication of each comparison that is not archived, by slug. */
    public List<Entry> everyOne() {
        return knowledge.current().comparisons().values().stream()
                .filter(latest -> !latest.archived())
                .sorted(Comparator.comparing(Latest::slug))
                .map(latest -> Entry.of(latest.publication()))
                .toList();
    }

    /**
     * Its newest publications, of an archived one too.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison; the Uni fails so if the database is out
     *     of reach
     */
    public Uni<Past> past(String comparison, int most) {
        var wanted = new Wanted(history.latest(comparison), most);
        // Who gives up waiting does not take the answer from the others who wait for it.
        return Uni.createFrom()
                .completionStage(() -> pasts.get(wanted, (key, executor) -> history.offLoop(() -> read(key))
                                .subscribeAsCompletionStage())
                        .copy());
    }

    /** A history is read once for each state of it, however many ask. */
    private record Wanted(Latest latest, int most) {}

    private Past read(Wanted wanted) {
        var latest = wanted.latest();
        return new Past(
                records.of(latest).comparison().title(),
                history.publications(latest.slug(), Integer.MAX_VALUE, wanted.most()).stream()
                        .map(Entry::of)
                        .toList(),
                latest.number(),
                latest.archived(),
                stands(latest));
    }

    /**
     * A revision and what it changed, of an archived comparison too.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison; the Uni fails so if there is no such
     *     revision, or the database is out of reach
     */
    public Uni<Step> step(String comparison, int revision) {
        var latest = history.latest(comparison);
        return history.offLoop(() -> {
            var after = history.revision(comparison, revision);
            var changes = revision == 1
                    ? Changes.first(after.comparison())
                    : Changes.between(history.revision(comparison, revision - 1).comparison(), after.comparison());
            return new Step(
                    after.comparison(),
                    Entry.of(after.revision().publication()),
                    changes,
                    latest.number(),
                    latest.archived(),
                    stands(latest));
        });
    }

    /** The number of a revision in an address, where what is none names nothing. */
    public static int number(String comparison, String revision) {
        if (revision.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(revision);
        }
        throw Problem.NotFound.of("revision of the comparison " + Excerpt.of(comparison) + " numbered", revision)
                .refused();
    }
}
