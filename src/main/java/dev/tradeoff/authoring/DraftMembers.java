package dev.tradeoff.authoring;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single members of drafts. Editors of different members wait for each other, and are never refused because of each
 * other: a member's version is its own, and the draft's moves with it.
 */
@ApplicationScoped
public class DraftMembers {

    private final Drafts drafts;
    private final MemberRows rows;
    private final KnowledgeJson json;

    DraftMembers(Drafts drafts, MemberRows rows, KnowledgeJson json) {
        this.drafts = drafts;
        this.rows = rows;
        this.json = json;
    }

    /** A member and its version. */
    public record Versioned(Member member, long version) {}

    /** @throws Refused if there is no such draft, or it has no such member */
    @Transactional
    public Versioned get(String comparison, Section section, String slug) {
        exists(comparison);
        var row = found(comparison, section, slug);
        return new Versioned(drafts.member(row), row.version());
    }

    /** All of a collection in their order, and the draft's version. */
    @Transactional
    public Collected list(String comparison, Section section) {
        // The version first: a tag may be too old, never too new.
        long version = exists(comparison);
        var members = rows.of(comparison, section).stream().map(drafts::member).toList();
        return new Collected(members, version);
    }

    /** The members of a collection, and the version of the draft that they are of. */
    public record Collected(List<Member> members, long version) {}

    /**
     * Refuses a draft that does not exist.
     *
     * @return its version
     */
    public long exists(String comparison) {
        return drafts.version(comparison).orElseThrow(() -> Drafts.noDraft(comparison));
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
        var named = member.named(slug);
        var violations = PublicationRules.checkDraft(named);
        if (!violations.isEmpty() || isCalledOtherwise(member, slug)) {
            drafts.advance(comparison);
            DraftRefusals.refuseMalformed(violations);
            precondition.check(version(comparison, section, slug));
            refuseOtherSlug(member, slug);
            DraftRefusals.refuse(violations);
        }
        var document = json.write(named);
        var appended = append(comparison, section, slug, document);
        boolean created = appended.position().isPresent();
        precondition.check(
                created ? null : version(comparison, section, slug)); // one that was made too early is undone
        if (!created) {
            rows.replace(comparison, section, slug, slug, appended.version(), document);
        }
        return new Saved<>(named, appended.version(), created);
    }

    /**
     * Adds a member. Without a slug of its own it gets one made of its name.
     *
     * @throws Refused if there is no such draft, the slug is taken, or the member is malformed
     */
    @Transactional
    public Saved<Member> add(String comparison, Section section, Member member) {
        boolean unnamed = member.slug().isEmpty();
        var named = unnamed ? member.named(Slugs.from(member.label())) : member;
        var violations = PublicationRules.checkDraft(named);
        if (!violations.isEmpty()) {
            drafts.advance(comparison);
            DraftRefusals.refuse(violations);
        }
        var appended = append(comparison, section, named.slug(), json.write(named));
        if (appended.position().isPresent()) {
            return new Saved<>(named, appended.version(), true);
        }
        if (!unnamed) {
            throw taken(section, named.slug());
        }
        var numbered = member.named(rows.numbered(comparison, section, named.slug()));
        var again = append(comparison, section, numbered.slug(), json.write(numbered));
        return new Saved<>(numbered, again.version(), true);
    }

    /** @throws Refused if there is no such member, the condition does not hold, or other members refer to it */
    @Transactional
    public void remove(String comparison, Section section, String slug, Precondition precondition) {
        drafts.advance(comparison);
        precondition.check(found(comparison, section, slug).version());
        var references = referencesTo(comparison, section, slug);
        if (!references.isEmpty()) {
            throw new Problem.StillReferenced(
                            "The " + section.noun() + " " + slug + " is named by other members of the draft, "
                                    + (references.size() == 1 ? "once." : references.size() + " times."),
                            references)
                    .refused();
        }
        rows.remove(comparison, section, slug);
    }

    /**
     * Gives a member another slug, and every mention of it in the draft with it.
     *
     * @throws Refused if there is no such member, the condition does not hold, or the new slug is malformed or taken
     */
    @Transactional
    public Saved<Member> rename(
            String comparison, Section section, String slug, String newSlug, Precondition precondition) {
        long version = drafts.advance(comparison);
        var row = found(comparison, section, slug);
        precondition.check(row.version());
        var renamed = drafts.member(row).named(newSlug);
        DraftRefusals.refuse(PublicationRules.checkDraft(renamed));
        if (!newSlug.equals(slug) && rows.version(comparison, section, newSlug).isPresent()) {
            throw taken(section, newSlug);
        }
        rows.replace(comparison, section, slug, newSlug, version, json.write(renamed));
        renameMentions(comparison, section, slug, newSlug, version);
        return new Saved<>(renamed, version, false);
    }

    private void renameMentions(String comparison, Section section, String slug, String newSlug, long version) {
        var changed = new ArrayList<MemberRows.Row>();
        for (var row : rows.of(comparison)) {
            var before = drafts.member(row);
            var after = References.renamed(before, section, slug, newSlug);
            if (!after.equals(before)) {
                changed.add(new MemberRows.Row(row.section(), row.slug(), row.position(), version, json.write(after)));
            }
        }
        rows.putAll(comparison, changed);
    }

    /** Behind the last one. Members are counted only where there may be too many: positions of removed ones stay unused. */
    private MemberRows.Appended append(String comparison, Section section, String slug, String document) {
        var appended = rows.append(comparison, section, slug, document).orElseThrow(() -> Drafts.noDraft(comparison));
        int most = PublicationRules.most(section);
        if (appended.position().orElse(0L) >= most && rows.count(comparison, section) > most) {
            DraftRefusals.refuse(List.of(new Violation(
                    "", "would be one of more than " + most + " " + section.noun() + "s", Violation.Weight.WRONG)));
        }
        return appended;
    }

    private @Nullable Long version(String comparison, Section section, String slug) {
        return rows.version(comparison, section, slug).orElse(null);
    }

    private static boolean isCalledOtherwise(Member member, String slug) {
        return !member.slug().isEmpty() && !member.slug().equals(slug);
    }

    private static void refuseOtherSlug(Member member, String slug) {
        if (isCalledOtherwise(member, slug)) {
            DraftRefusals.refuse(List.of(new Violation(
                    "/slug",
                    "must be " + slug + ", as in the address; rename gives it another",
                    Violation.Weight.WRONG)));
        }
    }

    private List<Problem.Flaw> referencesTo(String comparison, Section target, String slug) {
        var found = new ArrayList<Problem.Flaw>();
        var draft = drafts.members(comparison);
        for (var section : Section.values()) {
            var members = draft.getOrDefault(section, List.of());
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

    private MemberRows.Row found(String comparison, Section section, String slug) {
        return rows.find(comparison, section, slug).orElseThrow(() -> noMember(comparison, section, slug));
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
