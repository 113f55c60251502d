package dev.tradeoff.authoring;

import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Comparison;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What was published. */
@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<StoredRevision, StoredRevision.Id> {

    private static final int AT_A_TIME = 16;

    /** Seconds: who is told takes some milliseconds for each, and there may be a hundred thousand at a start. */
    private static final int LONGEST_LOADING = 4 * 60 * 60;

    private static final String CHANGED_SINCE = """
            select r.comparison, r.number, r.published_at, r.published_by, r.message, r.change, r.document,
            c.archived_at is not null as archived, c.last_change
            from comparison c join revision r on r.comparison = c.slug and r.number = c.published_revision
            where c.last_change > ? order by c.last_change""";

    private final Statements statements;
    private final KnowledgeJson json;

    Revisions(Statements statements, KnowledgeJson json) {
        this.statements = statements;
        this.json = json;
    }

    /**
     * Tells how each comparison stands that has changed since, in the order of the changes and of one moment. Few of them
     * are in memory at a time.
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_LOADING)
    public void tellChangedSince(long change, Consumer<Standing> listener) {
        statements.each(CHANGED_SINCE, AT_A_TIME, this::standing, listener, change);
    }

    private Standing standing(ResultSet row) throws SQLException {
        var stored = new StoredRevision(
                new StoredRevision.Id(row.getString("comparison"), row.getInt("number")),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("message"),
                row.getLong("change"),
                row.getString("document"));
        return new Standing(() -> revision(stored), row.getBoolean("archived"), row.getLong("last_change"));
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
