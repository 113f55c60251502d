package dev.tradeoff.authoring;

import dev.tradeoff.database.Sequences;
import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The working copies of comparisons: a header and a row for each member. A draft may be incomplete and is never malformed.
 * Who changes one holds the lock of its comparison's row from the first question to the end, so that a condition that was
 * checked still holds when it is written.
 */
@ApplicationScoped
public class Drafts {

    /** PostgreSQL locks what is there already, though nothing of it is changed. */
    private static final String CLAIM = """
            insert into comparison (slug, created_at)
            select slug, ? from unnest(?) as claimed (slug) order by slug collate "C"
            on conflict on constraint comparison_pk do update set created_at = excluded.created_at where false""";

    private static final String VERSION =
            "select draft_version from comparison where slug = ? and draft_version is not null";

    /** Who waits for the row draws its version after that: PostgreSQL computes the new row again. */
    static final String ADVANCE = """
            update comparison set draft_version = nextval('version_sequence')
            where slug = ? and draft_version is not null
            returning draft_version""";

    private final EntityManager database;
    private final Statements statements;
    private final Sequences sequences;
    private final Revisions revisions;
    private final MemberRows rows;
    private final KnowledgeJson json;
    private final Clock clock;

    Drafts(
            EntityManager database,
            Statements statements,
            Sequences sequences,
            Revisions revisions,
            MemberRows rows,
            KnowledgeJson json,
            Clock clock) {
        this.database = database;
        this.statements = statements;
        this.sequences = sequences;
        this.revisions = revisions;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public Optional<Draft> find(String comparison) {
        return Optional.ofNullable(database.find(StoredComparison.class, comparison))
                .flatMap(this::draft);
    }

    /**
     * Makes this the draft of its comparison, creating either where there was none. Members that did not change keep
     * their rows and versions.
     *
     * @return the draft's new version
     */
    @Transactional
    public long replace(Comparison comparison) {
        return replace(comparison, Precondition.NONE).version();
    }

    /**
     * The same on a condition on the draft's version.
     *
     * @throws dev.tradeoff.shared.problem.Refused if the condition does not hold, or the draft would be malformed
     */
    @Transactional
    public Saved<Comparison> replace(Comparison comparison, Precondition precondition) {
        var stored = database.find(StoredComparison.class, comparison.slug(), LockModeType.PESSIMISTIC_WRITE);
        precondition.check(stored == null ? null : stored.draftVersion);
        DraftRefusals.refuse(PublicationRules.checkDraft(comparison));
        if (stored == null) {
            stored = claim(comparison.slug());
            precondition.check(stored.draftVersion);
        }
        boolean created = stored.draftVersion == null;
        long version = write(stored, comparison);
        database.flush();
        return new Saved<>(comparison, version, created);
    }

    /**
     * The row of this comparison, locked; made if it is not there. Of two who create the same at once, one does, and the
     * other meets what the first has made.
     */
    StoredComparison claim(String comparison) {
        claim(List.of(comparison));
        return Objects.requireNonNull(
                database.find(StoredComparison.class, comparison, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the rows of these comparisons, one after the other by slug, and makes those that are not there. */
    void claim(Collection<String> comparisons) {
        statements.change(CLAIM, clock.instant(), comparisons.toArray(String[]::new));
    }

    /**
     * Changes the draft as a whole.
     *
     * @param change makes the new draft of the current one
     */
    @Transactional
    public Saved<Comparison> change(
            String comparison, Function<Comparison, Comparison> change, Precondition precondition) {
        var stored = lock(comparison);
        precondition.check(stored.draftVersion);
        var changed = change.apply(known(stored).comparison());
        DraftRefusals.refuse(PublicationRules.checkDraft(changed));
        long version = write(stored, changed);
        database.flush();
        return new Saved<>(changed, version, false);
    }

    /** Puts the draft back to what was published last; one of which nothing was published is no more. */
    @Transactional
    public void discard(String comparison, Precondition precondition) {
        var stored = lock(comparison);
        precondition.check(stored.draftVersion);
        if (stored.publishedRevision != null) {
            write(
                    stored,
                    revisions
                            .find(comparison, stored.publishedRevision)
                            .orElseThrow()
                            .comparison());
        } else {
            rows.removeAll(comparison);
            database.remove(stored);
        }
        database.flush();
    }

    /** The version of a draft, if there is one. */
    Optional<Long> version(String comparison) {
        return statements.first(VERSION, row -> row.getLong(1), comparison);
    }

    /**
     * Locks the comparison's row and gives its draft the next version, for whoever changes a part of the draft by statements.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no such draft
     */
    long advance(String comparison) {
        return statements.first(ADVANCE, row -> row.getLong(1), comparison).orElseThrow(() -> noDraft(comparison));
    }

    /** The comparison's row, locked, with a draft. */
    StoredComparison lock(String comparison) {
        var stored = database.find(StoredComparison.class, comparison, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null || stored.draftVersion == null) {
            throw noDraft(comparison);
        }
        return stored;
    }

    static RuntimeException noDraft(String comparison) {
        return Problem.NotFound.of("draft of a comparison", comparison).refused();
    }

    /** The draft of a comparison whose row the caller has locked. */
    Draft known(StoredComparison stored) {
        return draft(stored).orElseThrow(() -> noDraft(stored.slug));
    }

    Optional<Draft> draft(StoredComparison stored) {
        if (stored.draftHeader == null || stored.draftVersion == null) {
            return Optional.empty();
        }
        var header = json.read(stored.draftHeader, Header.class);
        return Optional.of(new Draft(header.with(stored.slug, members(stored.slug)), stored.draftVersion));
    }

    /** The members of a draft by their collections, in their order. */
    Map<Section, List<Member>> members(String comparison) {
        Map<Section, List<Member>> members = new EnumMap<>(Section.class);
        for (var row : rows.of(comparison)) {
            members.computeIfAbsent(row.section(), section -> new ArrayList<>()).add(member(row));
        }
        return members;
    }

    Member member(MemberRows.Row row) {
        return json.read(row.document(), row.section().type());
    }

    /** Replaces the draft of a comparison whose row is locked; the row itself is written at the next flush. */
    long write(StoredComparison stored, Comparison comparison) {
        long version = sequences.nextVersion();
        var before = stored.draftVersion == null ? List.<MemberRows.Row>of() : rows.of(stored.slug);
        stored.draftHeader = json.write(Header.of(comparison));
        stored.draftVersion = version;
        replaceMembers(before, comparison, version);
        return version;
    }

    /** Members that stay as they are keep their rows, or at least their versions. */
    private void replaceMembers(List<MemberRows.Row> before, Comparison comparison, long version) {
        var left = new HashMap<Place, MemberRows.Row>();
        before.forEach(row -> left.put(new Place(row.section(), row.slug()), row));
        var changed = new ArrayList<MemberRows.Row>();
        for (var section : Section.values()) {
            int position = 0;
            for (var member : section.of(comparison)) {
                var row = left.remove(new Place(section, member.slug()));
                if (row == null || !member(row).equals(member)) {
                    changed.add(new MemberRows.Row(section, member.slug(), position, version, json.write(member)));
                } else if (row.position() != position) {
                    changed.add(row.at(position));
                }
                position++;
            }
        }
        rows.removeAll(comparison.slug(), left.values());
        rows.putAll(comparison.slug(), changed);
    }

    private record Place(Section section, String slug) {}

    /** The comparison's own fields, without its members. */
    record Header(String title, String question, String summary, List<String> tags) {

        static Header of(Comparison comparison) {
            return new Header(comparison.title(), comparison.question(), comparison.summary(), comparison.tags());
        }

        Comparison with(String slug, Map<Section, List<Member>> members) {
            return Comparison.of(slug, title, question, summary, tags, members);
        }
    }
}
