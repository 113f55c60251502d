package dev.tradeoff.knowledge;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules that make a comparison publishable: every reference resolves, each factor has an assessment or an explicit
 * unknown for each option, a claim has exactly one of a value, a range and a text, lengths and numbers stay within
 * bounds. Every broken rule is reported at once.
 */
public final class PublicationRules {

    static final BigDecimal HEAVIEST = BigDecimal.valueOf(100);

    static final int NAME = 200;
    static final int SENTENCE = 1_000;
    static final int PAGE = 10_000;
    private static final int MOST_OPTIONS = 100;
    private static final int MOST_FACTORS = 200;
    private static final int MOST_MEMBERS = 10_000;
    private static final int MOST_TAGS = 20;

    private static final Comparison NOTHING = Comparison.of("", "", "", "", List.of(), Map.of());

    private final Comparison comparison;
    private final Set<String> technologies;
    private final Violations violations = new Violations();

    private final Set<String> options;
    private final Set<String> topics;
    private final Set<String> factors;
    private final Set<String> useCases;
    private final Set<String> sources;
    private final Map<String, Claim> claims;
    private final FactorRules factorRules;

    private PublicationRules(Comparison comparison, Set<String> technologies) {
        this.comparison = comparison;
        this.technologies = technologies;
        this.options = slugs(comparison.options());
        this.topics = slugs(comparison.topics());
        this.factors = slugs(comparison.factors());
        this.useCases = slugs(comparison.useCases());
        this.sources = slugs(comparison.sources());
        this.claims =
                comparison.claims().stream().collect(Collectors.toMap(Claim::slug, c -> c, (first, second) -> first));
        this.factorRules = new FactorRules(violations, options, topics, claims);
    }

    /**
     * All broken rules, in the order of the document; none means that it may be published.
     *
     * @param technologies slugs of the technologies that exist
     */
    public static List<Violation> check(Comparison comparison, Set<String> technologies) {
        var rules = new PublicationRules(comparison, technologies);
        rules.header();
        for (var section : Section.values()) {
            rules.section(section);
        }
        return rules.violations.found();
    }

    /** What no draft may have either: values that are none of their kind, and members in each other's way. */
    public static List<Violation> checkDraft(Comparison comparison) {
        return check(comparison, Set.of()).stream()
                .filter(violation -> !violation.isTolerableInDraft())
                .toList();
    }

    /** The same of one member; the pointers lead into it. */
    public static List<Violation> checkDraft(Member member) {
        var rules = new PublicationRules(NOTHING, Set.of());
        rules.violations.requireForm(!member.slug().isEmpty(), "/slug", "is missing");
        rules.member("", member);
        return rules.violations.found().stream()
                .filter(violation -> !violation.isTolerableInDraft())
                .toList();
    }

    /** How many members a collection may have. */
    public static int most(Section section) {
        return switch (section) {
            case OPTIONS -> MOST_OPTIONS;
            case FACTORS -> MOST_FACTORS;
            case TOPICS, FINDINGS, USE_CASES, CLAIMS, SOURCES, FAQS, RECOMMENDATIONS -> MOST_MEMBERS;
        };
    }

    /** In the order of the document, in which what is missing is reported. */
    private static Set<String> slugs(List<? extends Member> members) {
        return members.stream()
                .map(Member::slug)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    private void header() {
        violations.slug("/slug", comparison.slug());
        violations.text("/title", comparison.title(), NAME);
        violations.text("/question", comparison.question(), SENTENCE);
        violations.text("/summary", comparison.summary(), PAGE);
        violations.requireForm(comparison.tags().size() <= MOST_TAGS, "/tags", "must be at most " + MOST_TAGS);
        var seen = new HashSet<String>();
        for (int i = 0; i < comparison.tags().size(); i++) {
            violations.slug("/tags/" + i, comparison.tags().get(i));
            violations.require(seen.add(comparison.tags().get(i)), "/tags/" + i, "is named twice");
        }
        violations.require(
                comparison.options().size() >= 2, "/options", "must be two or more: a comparison needs a choice");
        violations.require(!comparison.factors().isEmpty(), "/factors", "must be at least one");
    }

    private void section(Section section) {
        var members = section.of(comparison);
        var pointer = "/" + section.field();
        int most = most(section);
        violations.requireAlways(
                members.size() <= most, pointer, "must be at most " + most + ", not " + members.size());
        var seen = new HashSet<String>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var at = pointer + "/" + i;
            violations.requireForm(!member.slug().isEmpty(), at + "/slug", "is missing");
            violations.requireAlways(
                    seen.add(member.slug()),
                    at + "/slug",
                    "is the slug of another " + section.noun() + ": " + member.slug());
            member(at, member);
        }
    }

    private void member(String at, Member member) {
        if (!member.slug().isEmpty()) {
            violations.slug(at + "/slug", member.slug());
        }
        switch (member) {
            case Option option -> option(at, option);
            case Topic topic -> topic(at, topic);
            case Factor factor -> factorRules.check(at, factor);
            case Finding finding -> finding(at, finding);
            case UseCase useCase -> useCase(at, useCase);
            case Claim claim -> claim(at, claim);
            case Source source -> source(at, source);
            case Faq faq -> faq(at, faq);
            case Recommendation recommendation -> recommendation(at, recommendation);
        }
    }

    private void option(String at, Option option) {
        violations.reference(at + "/technology", option.technology(), technologies, "technology");
        violations.text(at + "/name", option.name(), NAME);
        violations.optionalText(at + "/tagline", option.tagline(), SENTENCE);
        violations.optionalText(at + "/summary", option.summary(), PAGE);
        violations.texts(at + "/bestFor", option.bestFor(), SENTENCE);
        violations.optionalText(at + "/verdict", option.verdict(), SENTENCE);
    }

    private void topic(String at, Topic topic) {
        violations.text(at + "/name", topic.name(), NAME);
        violations.optionalText(at + "/summary", topic.summary(), PAGE);
    }

    private void finding(String at, Finding finding) {
        violations.reference(at + "/option", finding.option(), options, "option");
        violations.reference(at + "/topic", finding.topic(), topics, "topic");
        violations.present(at + "/kind", finding.kind());
        violations.text(at + "/statement", finding.statement(), SENTENCE);
        violations.references(at + "/claims", finding.claims(), claims.keySet(), "claim");
    }

    private void useCase(String at, UseCase useCase) {
        violations.text(at + "/name", useCase.name(), NAME);
        violations.optionalText(at + "/description", useCase.description(), PAGE);
        violations.texts(at + "/examples", useCase.examples(), SENTENCE);
        violations.oneForEachOption(
                at + "/fits", useCase.fits().stream().map(UseCase.Fit::option).toList(), options, "fit");
        for (int i = 0; i < useCase.fits().size(); i++) {
            violations.present(at + "/fits/" + i + "/fit", useCase.fits().get(i).fit());
            violations.optionalText(
                    at + "/fits/" + i + "/rationale", useCase.fits().get(i).rationale(), PAGE);
        }
        useCase.weights().forEach((factor, weight) -> {
            var pointer = at + "/weights/" + Violations.escape(factor);
            violations.reference(pointer, factor, factors, "factor");
            violations.weight(pointer, weight);
        });
    }

    private void claim(String at, Claim claim) {
        violations.reference(at + "/option", claim.option(), options, "option");
        violations.reference(at + "/subject", claim.subject(), technologies, "technology");
        if (claim.factor() != null) {
            violations.reference(at + "/factor", claim.factor(), factors, "factor");
        }
        violations.slug(at + "/metric", claim.metric());
        figure(at, claim);
        violations.text(at + "/statement", claim.statement(), SENTENCE);
        violations.optionalText(at + "/conditions", claim.conditions(), SENTENCE);
        if (claim.comparedTo() != null) {
            violations.reference(at + "/comparedTo", claim.comparedTo(), options, "option");
            violations.require(
                    !claim.comparedTo().equals(claim.option()), at + "/comparedTo", "compares the option with itself");
        }
        if (claim.measurement() != null) {
            violations.slug(at + "/measurement", claim.measurement());
        }
        if (claim.source() != null) {
            violations.reference(at + "/source", claim.source(), sources, "source");
        }
        violations.optionalText(at + "/origin", claim.origin(), SENTENCE);
    }

    private void figure(String at, Claim claim) {
        int said = (claim.value() == null ? 0 : 1) + (claim.range() == null ? 0 : 1) + (claim.text() == null ? 0 : 1);
        violations.require(said == 1, at, "needs exactly one of value, range and text, not " + said);
        var range = claim.range();
        if (range != null) {
            var min = range.min();
            var max = range.max();
            violations.require(min != null || max != null, at + "/range", "needs at least one end");
            violations.require(
                    min == null || max == null || min.compareTo(max) <= 0, at + "/range", "must have min at most max");
        }
        if (claim.text() != null) {
            violations.text(at + "/text", claim.text(), SENTENCE);
            violations.absent(at + "/unit", claim.unit(), "belongs to a figure, not to a text");
        } else if (said == 1) {
            violations.text(at + "/unit", Values.text(claim.unit()), NAME);
        }
    }

    private void source(String at, Source source) {
        violations.present(at + "/kind", source.kind());
        violations.text(at + "/title", source.title(), NAME);
        violations.optionalText(at + "/publisher", source.publisher(), NAME);
        if (source.url() != null) {
            violations.requireForm(WebAddress.isOne(source.url()), at + "/url", WebAddress.RULE);
        }
    }

    private void faq(String at, Faq faq) {
        violations.text(at + "/question", faq.question(), SENTENCE);
        violations.text(at + "/answer", faq.answer(), PAGE);
        violations.references(at + "/options", faq.options(), options, "option");
        violations.references(at + "/factors", faq.factors(), factors, "factor");
        violations.references(at + "/useCases", faq.useCases(), useCases, "use case");
        violations.references(at + "/claims", faq.claims(), claims.keySet(), "claim");
    }

    private void recommendation(String at, Recommendation recommendation) {
        violations.references(at + "/options", recommendation.options(), options, "option");
        var kind = recommendation.kind();
        if (kind == null) {
            violations.add(at + "/kind", "is missing");
        } else {
            switch (kind) {
                case CHOOSE ->
                    violations.require(
                            recommendation.options().size() == 1, at + "/options", "must be the one option to choose");
                case COMBINE ->
                    violations.require(
                            recommendation.options().size() >= 2, at + "/options", "must be two or more to combine");
            }
        }
        violations.text(at + "/title", recommendation.title(), NAME);
        violations.require(!recommendation.when().isEmpty(), at + "/when", "must name at least one circumstance");
        violations.texts(at + "/when", recommendation.when(), SENTENCE);
        violations.optionalText(at + "/rationale", recommendation.rationale(), PAGE);
        var seen = new HashSet<String>();
        for (int i = 0; i < recommendation.roles().size(); i++) {
            var role = recommendation.roles().get(i);
            violations.reference(
                    at + "/roles/" + i + "/option",
                    role.option(),
                    recommendation.options(),
                    "option of the recommendation");
            violations.require(
                    seen.add(role.option()), at + "/roles/" + i + "/option", "has a second role: " + role.option());
            violations.text(at + "/roles/" + i + "/role", role.role(), SENTENCE);
        }
        violations.references(at + "/useCases", recommendation.useCases(), useCases, "use case");
    }
}
