package dev.tradeoff.authoring;

import dev.tradeoff.database.Sequences;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Section;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** The working copies of comparisons: a header and a row for each member. */
@ApplicationScoped
public class Drafts implements PanacheRepositoryBase<DraftMember, DraftMember.Id> {

    private final EntityManager database;
    private final Sequences sequences;
    private final KnowledgeJson json;
    private final Clock clock;

    Drafts(EntityManager database, Sequences sequences, KnowledgeJson json, Clock clock) {
        this.database = database;
        this.sequences = sequences;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public Optional<Draft> find(String comparison) {
        return Optional.ofNullable(database.find(StoredComparison.class, comparison)).flatMap(this::draft);
    }

    /**
     * Makes this the draft of its comparison, creating either where there was none. Members that did not change keep
     * their rows and versions.
     *
     * @return the draft's new version
     */
    @Transactional
    public long replace(Comparison comparison) {
        var stored = database.find(StoredComparison.class, comparison.slug(), LockModeType.PESSIMISTIC_WRITE);
        if (stored == null) {
            stored = new StoredComparison(comparison.slug(), clock.instant());
            database.persist(stored);
        }
        long version = sequences.nextVersion();
        stored.draftHeader = json.write(Header.of(comparison));
        stored.draftVersion = version;
        replaceMembers(comparison, version);
        flush();
        return version;
    }

    /** The draft of a comparison whose row the caller has locked. */
    Optional<Draft> draft(StoredComparison stored) {
        if (stored.draftHeader == null || stored.draftVersion == null) {
            return Optional.empty();
        }
        var header = json.read(stored.draftHeader, Header.class);
        Map<Section, List<Member>> members = new EnumMap<>(Section.class);
        for (var row : members(stored.slug)) {
            var section = section(row.id.section());
            members.computeIfAbsent(section, s -> new ArrayList<>()).add(json.read(row.document, section.type()));
        }
        return Optional.of(new Draft(header.with(stored.slug, members), stored.draftVersion));
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

    private static Section section(String field) {
        for (var section : Section.values()) {
            if (section.field().equals(field)) {
                return section;
            }
        }
        throw new IllegalStateException("the database holds a member of an unknown collection: " + field);
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
