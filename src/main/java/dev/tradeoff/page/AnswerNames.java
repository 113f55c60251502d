package dev.tradeoff.page;

import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.recommendation.Recommendations;
import dev.tradeoff.recommendation.TailoredRecommendation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people call the things that an answer calls by their slugs, and where they find them. */
final class AnswerNames {

    private final String page;
    private final String state;
    private final Map<String, String> options;
    private final Map<String, String> factors;
    private final Map<String, String> useCases;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Integer> claimNumbers = new HashMap<>();
    private final Map<String, List<String>> weak = new LinkedHashMap<>();

    /** @param isLatest whether the answer comes from the comparison's latest revision */
    AnswerNames(Comparison comparison, TailoredRecommendation told, boolean isLatest) {
        this.page = Addresses.comparison(comparison.slug());
        this.state = isLatest ? "" : "?revision=" + told.revision();
        this.options = names(comparison.options());
        this.factors = names(comparison.factors());
        this.useCases = names(comparison.useCases());
        factors.put(Recommendations.EXPERIENCE, "What the team knows");
        told.weights().keySet().forEach(factor -> numbers.put(factor, numbers.size() + 1));
        comparison.claims().forEach(claim -> {
            claims.put(claim.slug(), claim);
            claimNumbers.put(claim.slug(), claimNumbers.size() + 1);
        });
        if (told.evidence() != null) {
            told.evidence().weak().forEach(claim -> weak.put(claim.claim(), claim.issues()));
        }
    }

    private static Map<String, String> names(List<? extends Member> members) {
        var names = new HashMap<String, String>();
        members.forEach(member -> names.put(member.slug(), member.label()));
        return names;
    }

    String option(String slug) {
        return options.getOrDefault(slug, slug);
    }

    /** Nobody's name is empty. */
    String optionOrNone(@Nullable String slug) {
        return slug == null ? "" : option(slug);
    }

    /** “a”, “a and b”, “a, b and c”. */
    String options(List<String> slugs) {
        var names = slugs.stream().map(this::option).toList();
        return names.size() <= 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    String factor(String slug) {
        return factors.getOrDefault(slug, slug);
    }

    /** The number by which bars and tables call it, from 1. */
    int number(String factor) {
        return numbers.getOrDefault(factor, 0);
    }

    String useCase(String slug) {
        return useCases.getOrDefault(slug, slug);
    }

    /** Of the comparison, as it was when this was answered. */
    String anchor(String collection, String slug) {
        return page + state + "#" + collection + "/" + slug;
    }

    Cited cited(String slug) {
        var claim = claims.get(slug);
        return new Cited(
                claimNumbers.getOrDefault(slug, 0),
                anchor("claims", slug),
                claim == null ? slug : Words.excerpt(claim.statement()),
                String.join(", ", weak.getOrDefault(slug, List.of())));
    }

    List<Cited> weakClaims() {
        return weak.keySet().stream().map(this::cited).toList();
    }
}
