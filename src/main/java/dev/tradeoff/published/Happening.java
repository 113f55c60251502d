package dev.tradeoff.published;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What happened to a comparison in the eyes of its readers. */
public sealed interface Happening {

    /** Its place among all changes that readers see; greater ones are later, and none is used twice. */
    long position();

    /** Slug of the comparison. */
    String comparison();

    /** The comparison's title in that revision. */
    String title();

    /** The revision that was published, or is the latest. */
    int revision();

    /** Slugs of its options' technologies, and of what its claims are about. */
    Set<String> technologies();

    /**
     * A revision was published.
     *
     * @param changes what changed against the revision before, in words: the first ones, each of bounded length
     * @param moreChanges how many others there are
     */
    record Published(
            long position,
            String comparison,
            String title,
            int revision,
            Set<String> technologies,
            Instant at,
            String by,
            String message,
            List<String> changes,
            int moreChanges)
            implements Happening {

        public Published {
            technologies = Set.copyOf(technologies);
            changes = List.copyOf(changes);
        }
    }

    /** It was taken from what is published; its history stays. */
    record Archived(long position, String comparison, String title, int revision, Set<String> technologies)
            implements Happening {

        public Archived {
            technologies = Set.copyOf(technologies);
        }
    }

    /** It was brought back, as it had been. */
    record Unarchived(long position, String comparison, String title, int revision, Set<String> technologies)
            implements Happening {

        public Unarchived {
            technologies = Set.copyOf(technologies);
        }
    }
}
