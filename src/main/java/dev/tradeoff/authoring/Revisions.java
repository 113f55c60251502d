package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Comparison;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What was published. */
@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<StoredRevision, StoredRevision.Id> {

    private final KnowledgeJson json;

    Revisions(KnowledgeJson json) {
        this.json = json;
    }

    /** How each comparison stands that has changed since, in the order of the changes. */
    @Transactional
    public List<Standing> changedSince(long change) {
        return getEntityManager()
                .createQuery("""
                        select r, c.archivedAt is not null, c.lastChange from StoredComparison c join StoredRevision r
                        on r.id.comparison = c.slug and r.id.number = c.publishedRevision
                        where c.lastChange > :change order by c.lastChange
                        """, Object[].class)
                .setParameter("change", change)
                .getResultStream()
                .map(row -> new Standing(revision((StoredRevision) row[0]), (Boolean) row[1], (Long) row[2]))
                .toList();
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
