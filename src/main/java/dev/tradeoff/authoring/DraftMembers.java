package dev.tradeoff.authoring;

import dev.tradeoff.database.Sequences;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.knowledge.References;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.knowledge.Slugs;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Precondition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Single members of drafts. Editors of different members wait for each other, and are never refused because of each
 * other: a member's version is its own, and the draft's moves with it.
 */
@ApplicationScoped
public class DraftMembers implements PanacheRepositoryBase<DraftMember, DraftMember.Id> {

    private final EntityManager database;
    private final Drafts drafts;
    private final Sequences sequences;
    private final KnowledgeJson json;

    DraftMembers(EntityManager database, Drafts drafts, Sequences sequences, KnowledgeJson json) {
        this.database = database;
        this.drafts = drafts;
        this.sequences = sequences;
        this.json = json;
    }

    /** A member and its version. */
    public record Versioned(Member member, long version) {}

    /** @throws Refused if there is no such draft, or it has no such member */
    @Transactional
    public Versioned get(String comparison, Section section, String slug) {
        exists(comparison);
        return find(comparison, section, slug)
                .map(row -> new Versioned(member(row), row.version))
                .orElseThrow(() -> noMember(comparison, section, slug));
    }

    /** All of a collection in their order, and the draft's version. */
    @Transactional
    public Collected list(String comparison, Section section) {
        // The version first: a tag may be too old, never too new.
        long version = exists(comparison);
        var members = list(
                        "id.comparison = ?1 and id.section = ?2 order by position, id.slug",
                        comparison,
                        section.field())
                .stream()
                .map(this::member)
                .toList();
        return new Collected(members, version);
    }

    /** The members of a collection, and the version of the draft that they are of. */
    public record Collected(List<Member> members, long version) {}

    /** Refuses a draft that does not exist, before its body is looked at. */
    @Transactional
    public long exists(String comparison) {
        var version = database.createQuery(
                        "select c.draftVersion from StoredComparison c where c.slug = :slug", Long.class)
                .setParameter("slug", comparison)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
        return version.orElseThrow(() -> Drafts.noDraft(comparison));
    }

    /**
     * Creates the member of that slug or replaces it.
     *
     * @param member its own slug may be empty
     * @throws Refused if there is no such draft, the condition does not hold, or the member is malformed
     */
    @Transactional
    public Saved<Member> put(
            String comparison, Section section, String slug, Member member, Precondition precondition) {
        var named = json.named(member, slug);
        DraftRefusals.refuseMalformed(named);
        var stored = drafts.lock(comparison);
        var row = find(comparison, section, slug).orElse(null);
        precondition.check(row == null ? null : row.version);
        if (!member.slug().isEmpty() && !member.slug().equals(slug)) {
            DraftRefusals.refuse(List.of(new Violation(
                    "/slug",
                    "must be " + slug + ", as in the address; rename gives it another",
                    Violation.Weight.WRONG)));
        }
        DraftRefusals.refuse(PublicationRules.checkDraft(named));
        return save(stored, section, named, row);
    }

    /**
     * Adds a member. Without a slug of its own it gets one made of its name.
     *
     * @throws Refused if there is no such draft, the slug is taken, or the member is malformed
     */
    @Transactional
    public Saved<Member> add(String comparison, Section section, Member member) {
        var stored = drafts.lock(comparison);
        boolean unnamed = member.slug().isEmpty();
        var named = unnamed ? json.named(member, free(comparison, section, member)) : member;
        DraftRefusals.refuse(PublicationRules.checkDraft(named));
        if (!unnamed && find(comparison, section, named.slug()).isPresent()) {
            throw taken(section, named.slug());
        }
        return save(stored, section, named, null);
    }

    /** @throws Refused if there is no such member, the condition does not hold, or other members refer to it */
    @Transactional
    public void remove(String comparison, Section section, String slug, Precondition precondition) {
        var stored = drafts.lock(comparison);
        var row = find(comparison, section, slug).orElseThrow(() -> noMember(comparison, section, slug));
        precondition.check(row.version);
        var references = referencesTo(stored, section, slug);
        if (!references.isEmpty()) {
            throw new Problem.StillReferenced(
                            "The " + section.noun() + " " + slug + " is named by other members of the draft, "
                                    + (references.size() == 1 ? "once." : references.size() + " times."),
                            references)
                    .refused();
        }
        delete(row);
        stored.draftVersion = sequences.nextVersion();
        flush();
    }

    /**
     * Gives a member another slug, and every mention of it in the draft with it.
     *
     * @throws Refused if there is no such member, the condition does not hold, or the new slug is malformed or taken
     */
    @Transactional
    public Saved<Member> rename(
            String comparison, Section section, String slug, String newSlug, Precondition precondition) {
        var stored = drafts.lock(comparison);
        var row = find(comparison, section, slug).orElseThrow(() -> noMember(comparison, section, slug));
        precondition.check(row.version);
        var renamed = json.named(member(row), newSlug);
        DraftRefusals.refuse(PublicationRules.checkDraft(renamed));
        if (!newSlug.equals(slug) && find(comparison, section, newSlug).isPresent()) {
            throw taken(section, newSlug);
        }
        long version = sequences.nextVersion();
        var successor = new DraftMember(new DraftMember.Id(comparison, section.field(), newSlug));
        successor.position = row.position;
        delete(row);
        flush();
        successor.take(json.write(renamed), version);
        persist(successor);
        for (var other : everyMember(comparison)) {
            var before = member(other);
            var after = References.renamed(before, section, slug, newSlug);
            if (!after.equals(before)) {
                other.take(json.write(after), version);
            }
        }
        stored.draftVersion = version;
        flush();
        return new Saved<>(renamed, version, false);
    }

    private Saved<Member> save(
            StoredComparison stored, Section section, Member member, @Nullable DraftMember existing) {
        long version = sequences.nextVersion();
        var row = existing;
        if (row == null) {
            row = new DraftMember(new DraftMember.Id(stored.slug, section.field(), member.slug()));
            row.position = nextPosition(stored.slug, section);
        }
        row.take(json.write(member), version);
        persist(row);
        stored.draftVersion = version;
        flush();
        return new Saved<>(member, version, existing == null);
    }

    /** Behind the last one. Members are counted only where there may be too many: positions of removed ones stay unused. */
    private int nextPosition(String comparison, Section section) {
        int next = database.createQuery(
                        "select coalesce(max(m.position), -1) + 1 from DraftMember m where m.id.comparison = :comparison and m.id.section = :section",
                        Integer.class)
                .setParameter("comparison", comparison)
                .setParameter("section", section.field())
                .getSingleResult();
        int most = PublicationRules.most(section);
        if (next >= most && count("id.comparison = ?1 and id.section = ?2", comparison, section.field()) >= most) {
            DraftRefusals.refuse(List.of(new Violation(
                    "", "would be one of more than " + most + " " + section.noun() + "s", Violation.Weight.WRONG)));
        }
        return next;
    }

    private String free(String comparison, Section section, Member member) {
        var made = Slugs.from(member.label());
        var slug = made;
        for (int i = 2; find(comparison, section, slug).isPresent(); i++) {
            slug = made + "-" + i;
        }
        return slug;
    }

    private List<Problem.Flaw> referencesTo(StoredComparison stored, Section target, String slug) {
        var found = new ArrayList<Problem.Flaw>();
        var draft = drafts.known(stored).comparison();
        for (var section : Section.values()) {
            var members = section.of(draft);
            for (int i = 0; i < members.size(); i++) {
                var member = members.get(i);
                for (var reference : References.of(member)) {
                    if (reference.target() == target && reference.slug().equals(slug)) {
                        found.add(new Problem.Flaw(
                                "/" + section.field() + "/" + i + reference.pointer(),
                                "the " + section.noun() + " " + member.slug() + " names it"));
                    }
                }
            }
        }
        return found;
    }

    private Optional<DraftMember> find(String comparison, Section section, String slug) {
        return findByIdOptional(new DraftMember.Id(comparison, section.field(), slug));
    }

    private List<DraftMember> everyMember(String comparison) {
        return list("id.comparison", comparison);
    }

    private Member member(DraftMember row) {
        return json.read(row.document, row.section().type());
    }

    private static Refused taken(Section section, String slug) {
        return new Problem.AlreadyExists("The draft has a " + section.noun() + " “" + slug + "” already.").refused();
    }

    private static Refused noMember(String comparison, Section section, String slug) {
        return new Problem.NotFound(
                        "The draft of " + comparison + " has no " + section.noun() + " “" + Excerpt.of(slug) + "”.")
                .refused();
    }
}
