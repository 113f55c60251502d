package dev.tradeoff.page;

import static java.util.stream.Collectors.toMap;

import dev.tradeoff.knowledge.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Members by slug, to be called by their names. */
final class Labels {

    private Labels() {}

    static <M extends Member> Map<String, M> bySlug(List<M> members) {
        return members.stream().collect(toMap(Member::slug, member -> member, (a, b) -> a, LinkedHashMap::new));
    }

    /** What it is called; its slug if there is none of that slug. */
    static String of(Map<String, ? extends Member> members, String slug) {
        var member = members.get(slug);
        return member == null ? slug : member.label();
    }
}
