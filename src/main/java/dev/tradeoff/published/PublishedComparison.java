package dev.tradeoff.published;

import dev.tradeoff.authoring.Revision;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Section;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A revision with its members by slug, and what is weak about its claims. */
final class PublishedComparison {

    private final Revision revision;
    private final Evidence evidence;
    private final Map<Section, Map<String, Member>> members = new EnumMap<>(Section.class);

    PublishedComparison(Revision revision, EvidenceSettings strictness) {
        this.revision = revision;
        this.evidence = Evidence.timeless(revision.comparison(), strictness);
        for (var section : Section.values()) {
            members.put(
                    section,
                    section.of(revision.comparison()).stream()
                            .collect(Collectors.toMap(Member::slug, m -> m, (a, b) -> a, LinkedHashMap::new)));
        }
    }

    Revision revision() {
        return revision;
    }

    Comparison comparison() {
        return revision.comparison();
    }

    int number() {
        return revision.number();
    }

    String slug() {
        return revision.comparison().slug();
    }

    Optional<Member> member(Section section, String slug) {
        return Optional.ofNullable(members.getOrDefault(section, Map.of()).get(slug));
    }

    /** What does not depend on the day. */
    Evidence evidence() {
        return evidence;
    }
}
