package dev.tradeoff.authoring;

import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Comparison;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to all comparisons, in the order in which readers saw it: that of its places, which transactions are committed
 * in. Few documents are read at a time, and none to count or to skip.
 */
@ApplicationScoped
public class RevisionLog {

    private static final int AT_A_TIME = 16;

    private static final String COLUMNS = """
            select h.place, h.kind, r.comparison, r.number, r.published_at, r.published_by, r.message, r.change,
            r.document, b.document as before from (""";

    private static final String DOCUMENTS = """
            ) h join revision r on r.comparison = h.comparison and r.number = h.number
            left join revision b on h.kind = 'PUBLISHED' and b.comparison = h.comparison and b.number = h.number - 1
            order by h.place""";

    /** Archiving leaves its place in the comparison's row; so does bringing back, until the next publication. */
    private static final String AFTER = COLUMNS + """
            (select r.change as place, 'PUBLISHED' as kind, r.comparison, r.number from revision r
             where r.change > ? order by r.change limit ?)
            union all
            (select c.last_change, case when c.archived_at is null then 'UNARCHIVED' else 'ARCHIVED' end, c.slug,
             c.published_revision from comparison c where c.last_change > ?
             and (c.archived_at is not null or not exists (select 1 from revision r where r.change = c.last_change))
             order by c.last_change limit ?)
            order by place limit ?""" + DOCUMENTS;

    private static final String PLACE_OF_NEWEST =
            "select r.change from revision r order by r.change desc offset ? limit 1";

    private static final String LATEST_UP_TO =
            "select r.published_at from revision r where r.change <= ? order by r.published_at desc limit 1";

    private final Statements statements;
    private final KnowledgeJson json;

    RevisionLog(Statements statements, KnowledgeJson json) {
        this.statements = statements;
        this.json = json;
    }

    /** What can happen to a comparison in the eyes of its readers. */
    public enum Kind {
        PUBLISHED,
        ARCHIVED,
        UNARCHIVED
    }

    /**
     * What happened.
     *
     * @param place among all changes that readers see; greater ones are later
     * @param revision that was published, or is the latest of what was archived or brought back
     * @param before the state before a publication; null for the first one
     */
    public record Entry(
            long place,
            Kind kind,
            Revision revision,
            @Nullable Comparison before) {}

    /**
     * Which publications are looked for; all conditions must hold.
     *
     * @param after only those in later places; 0 for all
     * @param since only those published at that time or later
     * @param comparison its slug
     * @param technologies slugs, one of which an option or the subject of a claim must have
     */
    public record Wanted(
            long after,
            @Nullable Instant since,
            @Nullable String comparison,
            @Nullable Set<String> technologies) {}

    /** What happened after that place, oldest first, up to so many. */
    @Transactional
    public List<Entry> after(long place, int most) {
        var found = new ArrayList<Entry>();
        statements.each(AFTER, AT_A_TIME, this::entry, found::add, place, most, place, most, most);
        return found;
    }

    /** The place after which there are so many publications; 0 if there are no more than that. */
    @Transactional
    public long placeBeforeNewest(int publications) {
        return statements
                .first(PLACE_OF_NEWEST, row -> row.getLong(1), publications)
                .orElse(0L);
    }

    /** The latest time at which anything up to that place was published, if anything was. */
    @Transactional
    public @Nullable Instant latestUpTo(long place) {
        return statements
                .first(
                        LATEST_UP_TO,
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        place)
                .orElse(null);
    }

    /** Publications of what is not archived, newest first. */
    @Transactional
    public List<Entry> publications(Wanted wanted, long below, int most) {
        var query = new Query("select r.change as place, 'PUBLISHED' as kind, r.comparison, r.number", wanted);
        query.and("r.change < ?", below);
        query.values.add(most);
        var found = new ArrayList<Entry>();
        statements.each(
                COLUMNS + query.sql + " order by r.change desc limit ?" + DOCUMENTS + " desc",
                AT_A_TIME,
                this::entry,
                found::add,
                query.values.toArray());
        return found;
    }

    /** How many publications there are of what is not archived, counted up to so many. */
    @Transactional
    public int count(Wanted wanted, int most) {
        var query = new Query("select 1", wanted);
        query.values.add(most);
        return statements
                .first(
                        "select count(*) from (" + query.sql + " limit ?) counted",
                        row -> row.getInt(1),
                        query.values.toArray())
                .orElseThrow();
    }

    /** What tells this service's knowledge from that of others; it moves along with the database. */
    @Transactional
    public UUID installation() {
        return statements
                .first("select id from installation", row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    private static final class Query {

        private final StringBuilder sql;
        private final List<@Nullable Object> values = new ArrayList<>();

        Query(String columns, Wanted wanted) {
            sql = new StringBuilder(columns)
                    .append(" from revision r join comparison c on c.slug = r.comparison where c.archived_at is null");
            and("r.change > ?", wanted.after());
            if (wanted.since() != null) {
                and("r.published_at >= ?", wanted.since());
            }
            if (wanted.comparison() != null) {
                and("r.comparison = ?", wanted.comparison());
            }
            if (wanted.technologies() != null) {
                and(
                        "exists (select 1 from revision_technology t where t.comparison = r.comparison and t.number = r.number and t.technology = any(?))",
                        wanted.technologies().toArray(String[]::new));
            }
        }

        void and(String condition, Object value) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    private Entry entry(ResultSet row) throws SQLException {
        var before = row.getString("before");
        return new Entry(
                row.getLong("place"),
                Kind.valueOf(row.getString("kind")),
                new Revision(
                        row.getInt("number"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("published_by"),
                        row.getString("message"),
                        row.getLong("change"),
                        json.read(row.getString("document"), Comparison.class)),
                before == null ? null : json.read(before, Comparison.class));
    }
}
