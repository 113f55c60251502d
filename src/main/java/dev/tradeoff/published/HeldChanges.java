package dev.tradeoff.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest of what happened, in memory: everything in places above one, up to another.
 *
 * @param from what is in places up to this one is not here; 0: everything is
 * @param upTo what comes later is not here yet
 * @param newestFirst what happened between
 * @param latestBelow the latest time of a publication that is not here; null if there is none
 * @param installation whose knowledge it is
 */
record HeldChanges(
        long from,
        long upTo,
        List<Happening> newestFirst,
        @Nullable Instant latestBelow,
        UUID installation) {

    static final int MOST = 200;

    /** With what happened next, oldest first; the oldest fall out beyond {@link #MOST}. */
    HeldChanges with(List<Happening> next) {
        if (next.isEmpty()) {
            return this;
        }
        var all = Stream.concat(next.reversed().stream(), newestFirst.stream()).toList();
        int kept = Math.min(MOST, all.size());
        var below = latestBelow;
        for (var fallen : all.subList(kept, all.size())) {
            if (fallen instanceof Happening.Published published
                    && (below == null || published.at().isAfter(below))) {
                below = published.at();
            }
        }
        return new HeldChanges(
                kept < all.size() ? all.get(kept).position() : from,
                next.getLast().position(),
                List.copyOf(all.subList(0, kept)),
                below,
                installation);
    }

    /** The same, known to be all up to that place. */
    HeldChanges upTo(long place) {
        return place <= upTo ? this : new HeldChanges(from, place, newestFirst, latestBelow, installation);
    }

    /** What happened after that place, oldest first; null if some of it is not here. */
    @Nullable
    List<Happening> after(long place) {
        if (place < from) {
            return null;
        }
        return newestFirst.stream()
                .takeWhile(happening -> happening.position() > place)
                .toList()
                .reversed();
    }

    /**
     * The newest publications that are wanted, up to so many; null if there may be more that are not here.
     *
     * @param below only those in earlier places
     */
    @Nullable
    List<Happening.Published> find(
            ChangeLog.Wanted wanted, Predicate<Happening.Published> concerned, long below, int most) {
        var found = new ArrayList<Happening.Published>();
        for (var happening : newestFirst) {
            if (happening instanceof Happening.Published published
                    && published.position() < below
                    && wanted.hasTimeOf(published)
                    && concerned.test(published)
                    && found.size() < most) {
                found.add(published);
            }
        }
        return found.size() == most || hasAll(wanted) ? found : null;
    }

    private boolean hasAll(ChangeLog.Wanted wanted) {
        var since = wanted.since();
        return from <= wanted.after() || since != null && (latestBelow == null || since.isAfter(latestBelow));
    }
}
