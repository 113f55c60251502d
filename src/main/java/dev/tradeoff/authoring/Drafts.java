package dev.tradeoff.authoring;

import dev.tradeoff.database.Sequences;
import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Precondition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The working copies of comparisons: a header and a row for each member. A draft may be incomplete and is never malformed.
 * Who changes one holds the lock of its comparison's row from the first question to the end, so that a condition that was
 * checked still holds when it is written.
 */
@ApplicationScoped
public class Drafts implements PanacheRepositoryBase<DraftMember, DraftMember.Id> {

    private static final String VERSION =
            "select draft_version from comparison where slug = ? and draft_version is not null";

    /** Who waits for the row draws its version after that: PostgreSQL computes the new row again. */
    private static final String ADVANCE = """
            update comparison set draft_version = nextval('version_sequence')
            where slug = ? and draft_version is not null
            returning draft_version""";

    private final EntityManager database;
    private final Statements statements;
    private final Sequences sequences;
    private final Revisions revisions;
    private final KnowledgeJson json;
    private final Clock clock;

    Drafts(
            EntityManager database,
            Statements statements,
            Sequences sequences,
            Revisions revisions,
            KnowledgeJson json,
            Clock clock) {
        this.database = database;
        this.statements = statements;
        this.sequences = sequences;
        this.revisions = revisions;
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
        return new Saved<>(comparison, version, created);
    }

    /**
     * The row of this comparison, locked; made if it is not there. Of two who create the same at once, one does, and the
     * other meets what the first has made.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it was there, and was discarded meanwhile
     */
    StoredComparison claim(String comparison) {
        make(comparison);
        return claimed(comparison);
    }

    /** Locks the rows of these comparisons, one after the other as they are given, and makes those that are not there. */
    void claim(SortedSet<String> comparisons) {
        for (var comparison : comparisons) {
            if (!make(comparison)) {
                claimed(comparison);
            }
        }
    }

    /** @return whether it was not there */
    private boolean make(String comparison) {
        return database.createNativeQuery(
                                "insert into comparison (slug, created_at) values (:slug, :now) on conflict do nothing")
                        .setParameter("slug", comparison)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private StoredComparison claimed(String comparison) {
        var stored = database.find(StoredComparison.class, comparison, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null) {
            throw new Problem.Conflict(
                            "The draft of " + comparison + " was discarded at this moment; repeat the request.")
                    .refused();
        }
        return stored;
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
        return new Saved<>(changed, write(stored, changed), false);
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
            delete("id.comparison", comparison);
            database.remove(stored);
            flush();
        }
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
        Map<Section, List<Member>> members = new EnumMap<>(Section.class);
        for (var row : members(stored.slug)) {
            var section = row.section();
            members.computeIfAbsent(section, s -> new ArrayList<>()).add(json.read(row.document, section.type()));
        }
        return Optional.of(new Draft(header.with(stored.slug, members), stored.draftVersion));
    }

    /** Replaces the draft of a comparison whose row is locked. */
    long write(StoredComparison stored, Comparison comparison) {
        long version = sequences.nextVersion();
        stored.draftHeader = json.write(Header.of(comparison));
        stored.draftVersion = version;
        replaceMembers(comparison, version);
        flush();
        return version;
    }

    private void replaceMembers(Comparison comparison, long version) {
        Map<DraftMember.Id, DraftMember> known =
                members(comparison.slug()).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        var kept = new HashSet<DraftMember.Id>();
        for (var section : Section.values()) {
            int position = 0;
            for (var member : section.of(comparison)) {
                var id = new DraftMember.Id(comparison.slug(), section.field(), member.slug());
                kept.add(id);
                var row = known.get(id);
                if (row == null) {
                    row = new DraftMember(id);
                } else if (json.read(row.document, section.type()).equals(member)) {
                    row.position = position++;
                    continue;
                }
                row.position = position++;
                row.version = version;
                row.document = json.write(member);
                persist(row);
            }
        }
        known.values().stream().filter(row -> !kept.contains(row.id)).forEach(this::delete);
    }

    private List<DraftMember> members(String comparison) {
        return list("id.comparison = ?1 order by id.section, position, id.slug", comparison);
    }

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
