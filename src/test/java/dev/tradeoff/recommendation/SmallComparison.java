package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A comparison of options that are called a, b, c, …, with as many factors as a test says; every claim is strong unless it
 * says otherwise.
 */
final class SmallComparison {

    private final List<String> options;
    private final List<String> factors = new ArrayList<>();
    private final List<String> useCases = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();

    private SmallComparison(List<String> options) {
        this.options = options;
    }

    static SmallComparison of(String... options) {
        return new SmallComparison(List.of(options));
    }

    /** A rating; each score is a number, {@code unknown} or {@code not-applicable}, each resting on a strong claim. */
    SmallComparison rating(String slug, double weight, String... scores) {
        return restingOn("strong", slug, weight, scores);
    }

    /** A rating whose every score rests on that claim; none: {@code -}. */
    SmallComparison restingOn(String claim, String slug, double weight, String... scores) {
        var assessments = IntStream.range(0, scores.length)
                .mapToObj(i -> "{option: %s, verdict: v, rationale: r, confidence: moderate, claims: [%s], %s}"
                        .formatted(
                                options.get(i),
                                claim.equals("-") ? "" : claim,
                                Character.isDigit(scores[i].charAt(0))
                                        ? "score: " + scores[i]
                                        : "scoreState: " + scores[i]))
                .collect(Collectors.joining(", "));
        factors.add("- {slug: %1$s, name: the %1$s, topic: t, question: q, weight: %2$s, assessments: [%3$s]}\n"
                .formatted(slug, weight, assessments));
        return this;
    }

    /** A rating under which what does not apply counts as the worst. */
    SmallComparison worstIfNotApplicable(String slug, double weight, String... scores) {
        rating(slug, weight, scores);
        factors.add(factors.removeLast().replace("topic: t", "topic: t, notApplicable: worst"));
        return this;
    }

    /** A measure, less is better; each option's figure is taken from the claims that are named for it. */
    SmallComparison measure(String slug, String unit, double worst, double best, String... claimsOfOptions) {
        var assessments = IntStream.range(0, claimsOfOptions.length)
                .mapToObj(i -> "{option: %s, verdict: v, rationale: r, confidence: high, claims: [%s]}"
                        .formatted(options.get(i), claimsOfOptions[i]))
                .collect(Collectors.joining(", "));
        factors.add(
                "- {slug: %1$s, name: the %1$s, kind: measure, topic: t, question: q, weight: 1, unit: %2$s, direction: lower, worst: %3$s, best: %4$s, assessments: [%5$s]}\n"
                        .formatted(slug, unit, worst, best, assessments));
        return this;
    }

    SmallComparison claim(String slug, String option, String fields) {
        claims.add("""
                - {slug: %s, option: %s, subject: s, statement: s, metric: %s, source: lab, conditions: c, observedOn: 2026-11-01, %s}
                """.formatted(slug, option, slug.replaceAll("-\\d+$", ""), fields));
        return this;
    }

    SmallComparison useCase(String slug, String weights) {
        useCases.add("- {slug: %s, name: The %s, weights: {%s}}\n".formatted(slug, slug, weights));
        return this;
    }

    Comparison comparison() {
        return Answers.comparison(yaml());
    }

    String yaml() {
        return """
                slug: small
                title: Small
                question: Which?
                options:
                %s
                topics: [{slug: t, name: T}]
                factors:
                %s
                useCases: %s
                claims:
                - {slug: strong, option: %s, subject: s, metric: m, text: measured, statement: s, source: lab, conditions: c, observedOn: 2026-11-01}
                - {slug: weak, option: %s, subject: s, metric: n, text: heard, statement: s}
                %s
                sources: [{slug: lab, kind: primary, title: The lab}]
                """.formatted(
                        options.stream()
                                .map("- {slug: %1$s, technology: %1$s, name: Option %1$s}\n"::formatted)
                                .reduce("", String::concat),
                        String.join("", factors),
                        useCases.isEmpty() ? "[]" : "\n" + String.join("", useCases),
                        options.getFirst(),
                        options.getFirst(),
                        String.join("", claims));
    }

    Answers answers() {
        return Answers.from(comparison());
    }
}
