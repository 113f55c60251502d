package dev.tradeoff.published;

import dev.tradeoff.authoring.RevisionLog;
import dev.tradeoff.shared.web.PageInfo;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What happened to comparisons, in the order in which readers saw it. The newest is in memory, with what changed in words, and
 * is answered from there, while the database is away too; what is older comes from the database, off the event loop. Who has
 * seen a comparison's latest revision finds its publication here.
 */
@Singleton
public final class ChangeLog {

    private static final Logger LOG = Logger.getLogger(ChangeLog.class);
    private static final int AT_A_TIME = 50;

    /** What nobody has asked for yet waits so long, and whatever was missed is made up for within it. */
    private static final long LOOK_MILLIS = 1_000;

    private static final long LAST_READ_SECONDS = 2;

    private final PublishedKnowledge knowledge;
    private final RevisionLog log;
    private final History history;
    private final Vertx vertx;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile CompletableFuture<Void> keepingUp = CompletableFuture.completedFuture(null);
    private volatile boolean stopped;
    private volatile @Nullable HeldChanges held;

    ChangeLog(PublishedKnowledge knowledge, RevisionLog log, History history, Vertx vertx) {
        this.knowledge = knowledge;
        this.log = log;
        this.history = history;
        this.vertx = vertx;
    }

    /**
     * Which publications are looked for; all conditions must hold.
     *
     * @param after only those in later places; 0 for all
     * @param since only those published at that time or later
     * @param comparison its slug
     * @param technology slug or alias of a technology that it concerns, or of which it concerns a part
     */
    public record Wanted(
            long after,
            @Nullable Instant since,
            @Nullable String comparison,
            @Nullable String technology) {

        boolean hasTimeOf(Happening.Published published) {
            return published.position() > after
                    && (since == null || !published.at().isBefore(since));
        }
    }

    /**
     * Publications, newest first.
     *
     * @param position the place up to which it was looked
     * @param installation whose knowledge it is
     * @param standing whether it would be found again
     */
    public record Found(
            List<Happening.Published> publications, long position, UUID installation, BooleanSupplier standing) {}

    /** The place up to which readers have seen everything. */
    public long position() {
        return Math.max(0, knowledge.current().publications());
    }

    /**
     * The newest publications of what is not archived, up to so many.
     *
     * @param below only those in earlier places
     * @return fails as {@link dev.tradeoff.shared.problem.Problem.Unavailable} where it takes the database and that is away
     */
    public Uni<Found> find(Wanted wanted, long below, int most) {
        var now = held;
        var found = now == null || !isCurrent(now) ? null : findHeld(now, wanted, below, most);
        return found == null
                ? history.offLoop(() -> read(wanted, below, most))
                : Uni.createFrom().item(found);
    }

    /** How many there are of those, counted up to one more than {@link PageInfo#EXACT_TOTAL}; otherwise as {@link #find}. */
    public Uni<Long> count(Wanted wanted) {
        int most = PageInfo.EXACT_TOTAL + 1;
        var now = held;
        var found = now == null || !isCurrent(now) ? null : findHeld(now, wanted, Long.MAX_VALUE, most);
        if (found != null) {
            return Uni.createFrom().item((long) found.publications().size());
        }
        if (wanted.after() == 0 && wanted.since() == null && wanted.technology() == null) {
            return Uni.createFrom()
                    .item(numbers(wanted.comparison()).limit(most).sum());
        }
        return history.offLoop(() -> (long) log.count(inDatabase(wanted), most));
    }

    /** How many revisions each has that is not archived: numbers have no gap. */
    private LongStream numbers(@Nullable String comparison) {
        var snapshot = knowledge.current();
        var all = comparison == null ? snapshot.comparisons().values().stream() : snapshot.find(comparison).stream();
        return all.filter(latest -> !latest.archived()).mapToLong(Latest::number);
    }

    private @Nullable Found findHeld(HeldChanges now, Wanted wanted, long below, int most) {
        var snapshot = knowledge.current();
        var concerned = concerned(snapshot, wanted.comparison(), wanted.technology());
        var found =
                now.find(wanted, published -> isOpen(snapshot, published) && concerned.test(published), below, most);
        return found == null ? null : found(found, now, snapshot);
    }

    private Found found(List<Happening.Published> publications, HeldChanges now, Snapshot snapshot) {
        return new Found(
                publications, now.upTo(), now.installation(), () -> held == now && knowledge.current() == snapshot);
    }

    private static boolean isOpen(Snapshot snapshot, Happening happening) {
        return snapshot.find(happening.comparison())
                .filter(latest -> !latest.archived())
                .isPresent();
    }

    /** The slug of the technology that has that slug or alias. */
    public Optional<String> technology(String name) {
        return knowledge.current().technologies().find(name).map(known -> known.technology()
                .slug());
    }

    /** Whether something happened to what is looked for, as the technologies are now. */
    public Predicate<Happening> concerned(@Nullable String comparison, @Nullable String technology) {
        return concerned(knowledge.current(), comparison, technology);
    }

    private static Predicate<Happening> concerned(
            Snapshot snapshot, @Nullable String comparison, @Nullable String technology) {
        var technologies = technology == null ? null : snapshot.technologies().withParts(technology);
        return happening -> (comparison == null || comparison.equals(happening.comparison()))
                && (technologies == null || happening.technologies().stream().anyMatch(technologies::contains));
    }

    private Found read(Wanted wanted, long below, int most) {
        var now = caughtUp();
        var inMemory = findHeld(now, wanted, below, most);
        if (inMemory != null) {
            return inMemory;
        }
        var snapshot = knowledge.current();
        var publications = log.publications(inDatabase(wanted), Math.min(below, now.upTo() + 1), most).stream()
                .map(Telling::of)
                .map(Happening.Published.class::cast)
                .toList();
        return found(publications, now, snapshot);
    }

    private RevisionLog.Wanted inDatabase(Wanted wanted) {
        var technology = wanted.technology();
        return new RevisionLog.Wanted(
                wanted.after(),
                wanted.since(),
                wanted.comparison(),
                technology == null ? null : knowledge.current().technologies().withParts(technology));
    }

    /** What happened after that place, oldest first, if all of it is in memory. */
    public Optional<List<Happening>> held(long position) {
        var now = held;
        return now == null ? Optional.empty() : Optional.ofNullable(now.after(position));
    }

    /** What happened after that place, oldest first, the first of it; empty if nothing did. Fails as {@link #find}. */
    public Uni<List<Happening>> after(long position) {
        return history.offLoop(() -> {
            var inMemory = catchUp().after(position);
            return inMemory != null
                    ? inMemory
                    : log.after(position, AT_A_TIME).stream().map(Telling::of).toList();
        });
    }

    /** The publication in that place, of which there must be one; call off the event loop. */
    public Happening.Published publication(long position) {
        return Stream.concat(
                        held(position - 1).stream().flatMap(List::stream),
                        Stream.of(position).flatMap(place -> log.after(place - 1, 1).stream()
                                .map(Telling::of)))
                .filter(happening -> happening.position() == position)
                .map(Happening.Published.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Tells whenever more has happened that {@link #held} has; on a thread that must not be kept. */
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(LOOK_MILLIS, timer -> {
            var now = held;
            if (now == null || !isCurrent(now)) {
                soon();
            }
        });
    }

    /** A start has better things to do. */
    void changed(@Observes KnowledgeChanged event) {
        if (held != null) {
            soon();
        }
    }

    /** What is being read is read to its end, if that does not take long: its connection is closed after this. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        try {
            keepingUp.get(LAST_READ_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("What happened last was not read to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void soon() {
        if (!stopped && due.compareAndSet(false, true)) {
            keepingUp = CompletableFuture.runAsync(this::keepUp, Infrastructure.getDefaultExecutor());
        }
    }

    private void keepUp() {
        due.set(false);
        try {
            catchUp();
        } catch (PersistenceException e) {
            LOG.debug("What happened cannot be read; trying again", e);
        }
    }

    private boolean isCurrent(HeldChanges now) {
        return now.upTo() >= knowledge.current().publications();
    }

    /** While the database is away, what is in memory is all that can be told. */
    private HeldChanges caughtUp() {
        try {
            return catchUp();
        } catch (PersistenceException e) {
            var now = held;
            if (now == null) {
                throw e;
            }
            return now;
        }
    }

    private synchronized HeldChanges catchUp() {
        long seen = position();
        var now = held;
        if (now != null && now.upTo() >= seen) {
            return now;
        }
        if (now == null) {
            long from = log.placeBeforeNewest(HeldChanges.MOST);
            now = new HeldChanges(from, from, List.of(), log.latestUpTo(from), log.installation());
        }
        List<Happening> next;
        do {
            next = log.after(now.upTo(), AT_A_TIME).stream().map(Telling::of).toList();
            now = now.with(next);
        } while (next.size() == AT_A_TIME);
        var all = now.upTo(seen);
        held = all;
        followers.forEach(Runnable::run);
        return all;
    }
}
