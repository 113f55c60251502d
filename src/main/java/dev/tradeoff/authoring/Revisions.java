package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Comparison;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.jpa.HibernateHints;

/** What was published. */
@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<StoredRevision, StoredRevision.Id> {

    private static final int AT_A_TIME = 16;

    private final KnowledgeJson json;

    Revisions(KnowledgeJson json) {
        this.json = json;
    }

    /**
     * Tells how each comparison stands that has changed since, in the order of the changes and of one moment. Few of them
     * are in memory at a time.
     */
    @Transactional
    public void tellChangedSince(long change, Consumer<Standing> listener) {
        getEntityManager()
                .createQuery("""
                        select r.id.comparison, r.id.number, r.publishedAt, r.publishedBy, r.message, r.change, r.document,
                        c.archivedAt is not null, c.lastChange
                        from StoredComparison c join StoredRevision r
                        on r.id.comparison = c.slug and r.id.number = c.publishedRevision
                        where c.lastChange > :change order by c.lastChange
                        """, Object[].class)
                .setParameter("change", change)
                .setHint(HibernateHints.HINT_FETCH_SIZE, AT_A_TIME)
                .getResultStream()
                .map(this::standing)
                .forEach(listener);
    }

    private Standing standing(Object[] row) {
        var stored = new StoredRevision(
                new StoredRevision.Id((String) row[0], (Integer) row[1]),
                (Instant) row[2],
                (String) row[3],
                (String) row[4],
                (Long) row[5],
                (String) row[6]);
        return new Standing(() -> revision(stored), (Boolean) row[7], (Long) row[8]);
    }

    /** Adds a revision, which is never changed. */
    void add(Revision revision) {
        var comparison = revision.comparison();
        persist(new StoredRevision(
                new StoredRevision.Id(comparison.slug(), revision.number()),
                revision.publishedAt(),
                revision.publishedBy(),
                revision.message(),
                revision.change(),
                json.write(comparison)));
    }

    @Transactional
    public Optional<Revision> find(String comparison, int number) {
        return findByIdOptional(new StoredRevision.Id(comparison, number)).map(this::revision);
    }

    boolean exists(String comparison, int number) {
        return count("id.comparison = ?1 and id.number = ?2", comparison, number) > 0;
    }

    /** The number of the revision that was the latest at that time, if there was one. */
    @Transactional
    public Optional<Integer> numberAt(String comparison, Instant time) {
        return getEntityManager()
                .createQuery(
                        "select max(r.id.number) from StoredRevision r where r.id.comparison = :comparison and r.publishedAt <= :time",
                        Integer.class)
                .setParameter("comparison", comparison)
                .setParameter("time", time)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * The publications of a comparison, newest first.
     *
     * @param below only those with smaller numbers
     * @param most how many at most
     */
    @Transactional
    public List<Publication> history(String comparison, int below, int most) {
        return getEntityManager()
                .createQuery("""
                        select new dev.tradeoff.authoring.Publication(
                        r.id.comparison, r.id.number, r.publishedAt, r.publishedBy, r.message, r.change)
                        from StoredRevision r where r.id.comparison = :comparison and r.id.number < :below
                        order by r.id.number desc
                        """, Publication.class)
                .setParameter("comparison", comparison)
                .setParameter("below", below)
                .setMaxResults(most)
                .getResultList();
    }

    Revision revision(StoredRevision stored) {
        return new Revision(
                stored.id.number(),
                stored.publishedAt,
                stored.publishedBy,
                stored.message,
                stored.change,
                json.read(stored.document, Comparison.class));
    }
}
