package dev.tradeoff.authoring;

import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Section;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of drafts' members: one for each factor, claim, FAQ, …. Who changes any holds the lock of its comparison's row. By
 * statements and not as entities: members are the bulk of what is written, and none of it is worth a session's bookkeeping.
 */
@Singleton
final class MemberRows {

    private static final String SELECT = "select section, slug, position, version, document from draft_member ";

    private static final String ONE = SELECT + "where comparison = ? and section = ? and slug = ?";

    private static final String COLLECTION = SELECT + "where comparison = ? and section = ? order by position, slug";

    private static final String ALL = SELECT + "where comparison = ? order by section, position, slug";

    private static final String VERSION =
            "select version from draft_member where comparison = ? and section = ? and slug = ?";

    private static final String COUNT = "select count(*) from draft_member where comparison = ? and section = ?";

    /** The first waits for the comparison's row, so that the second sees the members of whoever had it. */
    private static final String ADVANCE_AND_APPEND = Drafts.ADVANCE + ";" + """
            insert into draft_member (comparison, section, slug, position, version, document)
            select slug, ?, ?,
                   (select coalesce(max(position), -1) + 1 from draft_member where comparison = ? and section = ?),
                   draft_version, cast(? as jsonb)
            from comparison where slug = ? and draft_version is not null
            on conflict on constraint draft_member_pk do nothing
            returning position""";

    private static final String PUT_ALL = """
            insert into draft_member (comparison, section, slug, position, version, document)
            select ?, section, slug, position, version, cast(document as jsonb)
            from unnest(?, ?, ?, ?, ?) as member (section, slug, position, version, document)
            on conflict on constraint draft_member_pk
            do update set position = excluded.position, version = excluded.version, document = excluded.document""";

    private static final String REPLACE = """
            update draft_member set slug = ?, version = ?, document = cast(? as jsonb)
            where comparison = ? and section = ? and slug = ?""";

    private static final String REMOVE = "delete from draft_member where comparison = ? and section = ? and slug = ?";

    private static final String REMOVE_THESE = """
            delete from draft_member m using unnest(?, ?) as gone (section, slug)
            where m.comparison = ? and m.section = gone.section and m.slug = gone.slug""";

    private static final String REMOVE_ALL = "delete from draft_member where comparison = ?";

    /** The smallest number from 2 that, behind a slug, makes one that is not taken: some number up to one more than there are. */
    private static final String FREE = """
            select number
            from generate_series(2, (select count(*) + 2 from draft_member where comparison = ? and section = ?)) number
            where not exists (
                select from draft_member where comparison = ? and section = ? and slug = ? || '-' || number)
            order by number limit 1""";

    private final Statements statements;

    MemberRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * One member of a draft.
     *
     * @param document as JSON
     */
    record Row(Section section, String slug, int position, long version, String document) {

        private static Row of(ResultSet row) throws SQLException {
            var field = row.getString("section");
            var section = Section.ofField(field)
                    .orElseThrow(() -> new IllegalStateException(
                            "the database holds a member of an unknown collection: " + field));
            return new Row(
                    section,
                    row.getString("slug"),
                    row.getInt("position"),
                    row.getLong("version"),
                    row.getString("document"));
        }

        Row at(int newPosition) {
            return new Row(section, slug, newPosition, version, document);
        }
    }

    Optional<Row> find(String comparison, Section section, String slug) {
        return statements.first(ONE, Row::of, comparison, section.field(), slug);
    }

    /** All of a collection, in their order. */
    List<Row> of(String comparison, Section section) {
        return statements.all(COLLECTION, Row::of, comparison, section.field());
    }

    /** All of a draft, each collection's in their order. */
    List<Row> of(String comparison) {
        return statements.all(ALL, Row::of, comparison);
    }

    /** Empty if there is no such member. */
    Optional<Long> version(String comparison, Section section, String slug) {
        return statements.first(VERSION, row -> row.getLong(1), comparison, section.field(), slug);
    }

    int count(String comparison, Section section) {
        return statements
                .first(COUNT, row -> row.getInt(1), comparison, section.field())
                .orElseThrow();
    }

    /**
     * A member that was to be put behind the last one of its collection.
     *
     * @param version of the draft
     * @param position of the member; empty if one of its slug was there
     */
    record Appended(long version, Optional<Long> position) {}

    /**
     * Locks the comparison's row, gives its draft the next version, and puts a member of that version behind the last one of
     * its collection, unless one of that slug is there: all in one exchange with the database.
     *
     * @return empty if there is no such draft
     */
    Optional<Appended> append(String comparison, Section section, String slug, String document) {
        var field = section.field();
        var found = statements.firstOfEach(
                ADVANCE_AND_APPEND,
                row -> row.getLong(1),
                comparison,
                field,
                slug,
                comparison,
                field,
                document,
                comparison);
        return found.getFirst().map(version -> new Appended(version, found.getLast()));
    }

    /** Writes rows, whether there are such ones or not. */
    void putAll(String comparison, Collection<Row> rows) {
        if (!rows.isEmpty()) {
            statements.change(
                    PUT_ALL,
                    comparison,
                    texts(rows, row -> row.section().field()),
                    texts(rows, Row::slug),
                    rows.stream().mapToInt(Row::position).toArray(),
                    rows.stream().mapToLong(Row::version).toArray(),
                    texts(rows, Row::document));
        }
    }

    /** Gives a member another document, and perhaps another slug, in its place. */
    void replace(String comparison, Section section, String slug, String newSlug, long version, String document) {
        statements.change(REPLACE, newSlug, version, document, comparison, section.field(), slug);
    }

    void remove(String comparison, Section section, String slug) {
        statements.change(REMOVE, comparison, section.field(), slug);
    }

    void removeAll(String comparison, Collection<Row> rows) {
        if (!rows.isEmpty()) {
            statements.change(
                    REMOVE_THESE, texts(rows, row -> row.section().field()), texts(rows, Row::slug), comparison);
        }
    }

    void removeAll(String comparison) {
        statements.change(REMOVE_ALL, comparison);
    }

    /** The slug with the smallest number behind it, from 2, that no member of the collection has. */
    String numbered(String comparison, Section section, String slug) {
        var field = section.field();
        int number = statements
                .first(FREE, row -> row.getInt(1), comparison, field, comparison, field, slug)
                .orElseThrow();
        return slug + "-" + number;
    }

    private static String[] texts(Collection<Row> rows, Function<Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
