package dev.tradeoff.technology;

import dev.tradeoff.database.Announcements;
import dev.tradeoff.database.Sequences;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The technologies there are. */
@ApplicationScoped
public class Technologies implements PanacheRepositoryBase<StoredTechnology, String> {

    private final Sequences sequences;
    private final Announcements announcements;
    private final Clock clock;

    Technologies(Sequences sequences, Announcements announcements, Clock clock) {
        this.sequences = sequences;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** All of them, by slug. */
    @Transactional
    public List<Technology> everyOne() {
        return listAll(Sort.by(StoredTechnology_.SLUG)).stream()
                .map(StoredTechnology::value)
                .toList();
    }

    /** The slugs of all. */
    @Transactional
    public Set<String> slugs() {
        return getEntityManager()
                .createQuery("select t.slug from StoredTechnology t", String.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The change with which the latest of them came; 0 if there are none. */
    @Transactional
    public long lastChange() {
        return getEntityManager()
                .createQuery("select coalesce(max(t.lastChange), 0) from StoredTechnology t", Long.class)
                .getSingleResult();
    }

    /** The version of each by its slug: moves with each change of it. */
    @Transactional
    public Map<String, Long> versions() {
        return getEntityManager()
                .createQuery("select t.slug, t.version from StoredTechnology t", Object[].class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Creates it or replaces what is known of it, and returns its new version. */
    @Transactional
    public long put(Technology technology) {
        var stored = findById(technology.slug());
        if (stored == null) {
            stored = new StoredTechnology(technology.slug());
        } else if (!stored.aliases.equals(technology.aliases())) {
            stored.aliases.clear(); // one that moves to another place would stand there twice for a moment
            flush();
        }
        stored.take(technology, sequences.nextVersion(), announcements.announce(), clock.instant());
        persist(stored);
        flush();
        return stored.version;
    }
}
