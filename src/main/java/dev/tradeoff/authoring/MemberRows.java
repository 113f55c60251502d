package dev.tradeoff.authoring;

import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Section;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The statements by which single members are written. Who asks them holds the lock of the comparison's row. */
@Singleton
final class MemberRows {

    private static final String INSERT = """
            insert into draft_member (comparison, section, slug, position, version, document)
            values (?, ?, ?,
                    (select coalesce(max(position), -1) + 1 from draft_member where comparison = ? and section = ?),
                    ?, cast(? as jsonb))
            on conflict on constraint draft_member_pk do nothing
            returning position""";

    private static final String UPDATE = """
            update draft_member set version = ?, document = cast(? as jsonb)
            where comparison = ? and section = ? and slug = ?""";

    private static final String VERSION =
            "select version from draft_member where comparison = ? and section = ? and slug = ?";

    private static final String COUNT = "select count(*) from draft_member where comparison = ? and section = ?";

    /** Of slugs that are one text with numbers behind it, the smallest that is not taken. */
    private static final String FREE = """
            select number from generate_series(2, (
                select count(*) + 2 from draft_member where comparison = ? and section = ?)) number
            where not exists (
                select from draft_member where comparison = ? and section = ? and slug = ? || '-' || number)
            order by number limit 1""";

    private final Statements statements;

    MemberRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * Puts a member behind the last one of its collection, unless one of that slug is there.
     *
     * @return its position; empty if one is there
     */
    Optional<Integer> insert(String comparison, Section section, String slug, long version, String document) {
        var field = section.field();
        return statements.first(
                INSERT, row -> row.getInt(1), comparison, field, slug, comparison, field, version, document);
    }

    void update(String comparison, Section section, String slug, long version, String document) {
        statements.change(UPDATE, version, document, comparison, section.field(), slug);
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

    /** The slug with the smallest number behind it, from 2, that no member of the collection has. */
    String numbered(String comparison, Section section, String slug) {
        var field = section.field();
        int number = statements
                .first(FREE, row -> row.getInt(1), comparison, field, comparison, field, slug)
                .orElseThrow();
        return slug + "-" + number;
    }
}
