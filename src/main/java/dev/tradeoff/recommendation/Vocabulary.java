package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Member;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What requirements may name of a comparison, by slug, in its order. */
record Vocabulary(Set<String> useCases, Map<String, Factor> factors, Set<String> options) {

    static Vocabulary of(Comparison comparison) {
        var factors = new LinkedHashMap<String, Factor>();
        comparison.factors().forEach(factor -> factors.put(factor.slug(), factor));
        return new Vocabulary(
                slugs(comparison.useCases()), Collections.unmodifiableMap(factors), slugs(comparison.options()));
    }

    private static Set<String> slugs(Collection<? extends Member> members) {
        var slugs = new LinkedHashSet<String>();
        members.forEach(member -> slugs.add(member.slug()));
        return Collections.unmodifiableSet(slugs);
    }
}
