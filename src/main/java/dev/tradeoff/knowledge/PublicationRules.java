package dev.tradeoff.knowledge;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules that make a comparison publishable: every reference resolves, each factor has an assessment or an explicit
 * unknown for each option, a claim has exactly one of a value, a range and a text, lengths and numbers stay within
 * bounds. Every broken rule is reported at once.
 */
public final class PublicationRules {

    static final BigDecimal HEAVIEST = BigDecimal.valueOf(100);

    private static final int NAME = 200;
    private static final int SENTENCE = 1_000;
    private static final int PAGE = 10_000;
    private static final int MOST_OPTIONS = 100;
    private static final int MOST_FACTORS = 200;
    private static final int MOST_MEMBERS = 10_000;
    private static final int MOST_TAGS = 20;

    /** The recommender's own criterion for what a team knows; a factor of that name would be mistaken for it. */
    private static final String RESERVED_FACTOR = "team-experience";

    /** What {@link #isWebAddress} asks for, in words. */
    public static final String WEB_ADDRESS =
            "must be an absolute http or https address of at most " + SENTENCE + " characters";

    private static final Set<String> SCALE_POINTS = Set.of("1", "2", "3", "4", "5");

    private final Comparison comparison;
    private final Set<String> technologies;
    private final Violations violations = new Violations();

    private final Set<String> options;
    private final Set<String> topics;
    private final Set<String> factors;
    private final Set<String> useCases;
    private final Set<String> sources;
    private final Map<String, Claim> claims;

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
        violations.require(comparison.tags().size() <= MOST_TAGS, "/tags", "must be at most " + MOST_TAGS);
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
        int most =
                switch (section) {
                    case OPTIONS -> MOST_OPTIONS;
                    case FACTORS -> MOST_FACTORS;
                    case TOPICS, FINDINGS, USE_CASES, CLAIMS, SOURCES, FAQS, RECOMMENDATIONS -> MOST_MEMBERS;
                };
        violations.require(members.size() <= most, pointer, "must be at most " + most + ", not " + members.size());
        var seen = new HashSet<String>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var at = pointer + "/" + i;
            violations.slug(at + "/slug", member.slug());
            violations.require(
                    seen.add(member.slug()),
                    at + "/slug",
                    "is the slug of another " + section.noun() + ": " + member.slug());
            switch (member) {
                case Option option -> option(at, option);
                case Topic topic -> topic(at, topic);
                case Factor factor -> factor(at, factor);
                case Finding finding -> finding(at, finding);
                case UseCase useCase -> useCase(at, useCase);
                case Claim claim -> claim(at, claim);
                case Source source -> source(at, source);
                case Faq faq -> faq(at, faq);
                case Recommendation recommendation -> recommendation(at, recommendation);
            }
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

    private void factor(String at, Factor factor) {
        violations.require(
                !factor.slug().equals(RESERVED_FACTOR),
                at + "/slug",
                "is reserved for what a team knows: " + RESERVED_FACTOR);
        violations.text(at + "/name", factor.name(), NAME);
        violations.reference(at + "/topic", factor.topic(), topics, "topic");
        violations.text(at + "/question", factor.question(), SENTENCE);
        violations.weight(at + "/weight", factor.weight());
        switch (factor.kind()) {
            case RATING -> rating(at, factor);
            case MEASURE -> measure(at, factor);
        }
        violations.oneForEachOption(
                at + "/assessments",
                factor.assessments().stream().map(Assessment::option).toList(),
                options,
                "assessment");
        for (int i = 0; i < factor.assessments().size(); i++) {
            assessment(at + "/assessments/" + i, factor, factor.assessments().get(i));
        }
    }

    private void rating(String at, Factor factor) {
        for (var point : List.of("1", "3", "5")) {
            violations.require(
                    factor.scale().containsKey(point), at + "/scale", "does not say what " + point + " means");
        }
        factor.scale().forEach((point, meaning) -> {
            var pointer = at + "/scale/" + Violations.escape(point);
            violations.require(SCALE_POINTS.contains(point), pointer, "is no point of the scale: 1 to 5");
            violations.text(pointer, meaning, SENTENCE);
        });
        var why = "belongs to a factor of kind measure";
        violations.absent(at + "/unit", factor.unit(), why);
        violations.absent(at + "/direction", factor.direction(), why);
        violations.absent(at + "/worst", factor.worst(), why);
        violations.absent(at + "/best", factor.best(), why);
    }

    private void measure(String at, Factor factor) {
        violations.text(at + "/unit", Values.text(factor.unit()), NAME);
        violations.present(at + "/direction", factor.direction());
        violations.present(at + "/worst", factor.worst());
        violations.present(at + "/best", factor.best());
        violations.require(factor.scale().isEmpty(), at + "/scale", "belongs to a factor of kind rating");
        var worst = factor.worst();
        var best = factor.best();
        if (worst != null && best != null && factor.direction() != null) {
            int order = best.compareTo(worst);
            boolean agrees =
                    switch (factor.direction()) {
                        case HIGHER -> order > 0;
                        case LOWER -> order < 0;
                    };
            violations.require(agrees, at + "/best", "must differ from worst, in the factor's direction");
        }
    }

    private void assessment(String at, Factor factor, Assessment assessment) {
        violations.text(at + "/verdict", assessment.verdict(), SENTENCE);
        violations.present(at + "/confidence", assessment.confidence());
        violations.text(at + "/rationale", assessment.rationale(), PAGE);
        violations.references(at + "/claims", assessment.claims(), claims.keySet(), "claim");
        switch (factor.kind()) {
            case RATING -> {
                violations.absent(at + "/value", assessment.value(), "belongs to a factor of kind measure");
                score(at, assessment.score(), assessment.scoreState());
            }
            case MEASURE -> {
                violations.absent(at + "/score", assessment.score(), "belongs to a factor of kind rating");
                boolean measured = assessment.value() != null
                        || assessment.claims().stream().map(claims::get).anyMatch(PublicationRules::hasFigure);
                violations.require(
                        measured != (assessment.scoreState() != null),
                        at + "/value",
                        "needs exactly one of a value (its own or a claim's) and a scoreState that says why there is none");
            }
        }
    }

    private static boolean hasFigure(@Nullable Claim claim) {
        return claim != null && (claim.value() != null || claim.range() != null);
    }

    private void score(String at, @Nullable BigDecimal score, Assessment.@Nullable ScoreState state) {
        if (score == null) {
            violations.present(at + "/scoreState", state);
            return;
        }
        violations.absent(at + "/scoreState", state, "says that there is no score, but there is one");
        var halves = score.add(score).stripTrailingZeros();
        violations.require(
                score.compareTo(BigDecimal.ONE) >= 0
                        && score.compareTo(BigDecimal.valueOf(5)) <= 0
                        && halves.scale() <= 0,
                at + "/score",
                "must be 1 to 5 in steps of 0.5, not " + score.toPlainString());
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
            violations.require(isWebAddress(source.url()), at + "/url", WEB_ADDRESS);
        }
    }

    /** Only addresses that a page may link to: {@code javascript:} and its like would run in a reader's browser. */
    public static boolean isWebAddress(String url) {
        try {
            var uri = new URI(url);
            return url.length() <= SENTENCE
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
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
