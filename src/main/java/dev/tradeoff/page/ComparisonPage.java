package dev.tradeoff.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.tradeoff.chart.Bars;
import dev.tradeoff.chart.Chart;
import dev.tradeoff.chart.Look;
import dev.tradeoff.chart.Radar;
import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceFinding;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.Source;
import dev.tradeoff.knowledge.Topic;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.published.PublishedComparisons.Entry;
import dev.tradeoff.published.PublishedComparisons.Past;
import dev.tradeoff.published.PublishedComparisons.State;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison as its page shows it: names instead of slugs, and what is the matter with claims where they are used. */
public final class ComparisonPage {

    /** What is found about pairs of figures, and is said beside each of them with a link to the finding. */
    private static final Set<ClaimIssue> OF_FIGURES =
            EnumSet.of(ClaimIssue.CONTRADICTION, ClaimIssue.OUTLIER, ClaimIssue.CONDITIONS_DIFFER);

    private static final int MOST_NAMED = 12;
    private static final int CHART_WIDTH = 560;

    /** The matrix has a bar for each score; these are the ones that matter most. */
    private static final int BARS = 6;

    /** Nobody reads more; the API has them all. */
    private static final int MOST_CLAIMS = 1_000;

    private static final int MOST_FINDINGS = 1_000;
    private static final int MOST_CONCERNS = 100;

    private final State state;
    private final Comparison comparison;
    private final Evidence evidence;
    private final @Nullable Past past;
    private final Chart chart;
    private final Map<String, Option> options;
    private final Map<String, Topic> topics;
    private final Map<String, Factor> factors;
    private final Map<String, UseCase> useCases;
    private final Map<String, Source> sources;
    private final Map<String, ClaimLink> links = new LinkedHashMap<>();
    private final Function<String, String> technologies;

    /**
     * @param evidence with what is stale today
     * @param past null while the history is out of reach
     * @param chart of its scores
     * @param technologies the name of the technology of a slug
     */
    ComparisonPage(
            State state, Evidence evidence, @Nullable Past past, Chart chart, Function<String, String> technologies) {
        this.state = state;
        this.comparison = state.comparison();
        this.evidence = evidence;
        this.past = past;
        this.chart = chart;
        this.technologies = technologies;
        this.options = bySlug(comparison.options());
        this.topics = bySlug(comparison.topics());
        this.factors = bySlug(comparison.factors());
        this.useCases = bySlug(comparison.useCases());
        this.sources = bySlug(comparison.sources());
        for (var claim : comparison
                .claims()
                .subList(0, Math.min(MOST_CLAIMS, comparison.claims().size()))) {
            boolean isDoubted = evidence.issues(claim.slug()).stream().anyMatch(OF_FIGURES::contains);
            links.put(claim.slug(), new ClaimLink(claim.slug(), links.size() + 1, isDoubted));
        }
    }

    private static <M extends Member> Map<String, M> bySlug(List<M> members) {
        return members.stream().collect(toMap(Member::slug, member -> member, (a, b) -> a, LinkedHashMap::new));
    }

    /** A thing and where it stands. */
    public record Link(String name, String href) {}

    /**
     * A claim as it is referred to.
     *
     * @param number its place among the claims, from 1
     * @param isDoubted whether figures speak against it
     */
    public record ClaimLink(String slug, int number, boolean isDoubted) {}

    /**
     * @param score null where there is none
     * @param label the score, or why there is none
     * @param level 0 to 8, the utility of the score in eighths; -1 where there is no score
     * @param isEditorial whether it rests on no claim
     */
    public record Cell(
            String option,
            @Nullable BigDecimal score,
            String label,
            int level,
            String verdict,
            String confidence,
            RawString rationale,
            List<ClaimLink> claims,
            boolean isWeak,
            boolean isEditorial) {}

    /**
     * @param spread how far apart the options' scores are; null where fewer than two are known
     * @param scale what scores mean, by score
     */
    public record Row(
            String slug,
            String name,
            String topic,
            String topicName,
            String question,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal spread,
            Map<String, String> scale,
            String measure,
            List<Cell> cells) {

        public String apart() {
            return spread == null ? "–" : Words.number(spread);
        }
    }

    public record Standing(String option, String kind, String statement, List<ClaimLink> claims, String slug) {}

    public record TopicFindings(String slug, String name, RawString summary, List<OptionFindings> options) {}

    public record OptionFindings(String option, List<Standing> findings) {}

    public record FitLine(String option, String fit, RawString rationale) {}

    public record Case(
            String slug,
            String name,
            RawString description,
            String examples,
            List<FitLine> fits,
            List<Weight> weights) {}

    public record Weight(String factor, String slug, BigDecimal weight) {}

    public record Advice(
            String slug,
            String title,
            String what,
            List<String> when,
            RawString rationale,
            List<RoleLine> roles,
            List<Link> useCases) {}

    public record RoleLine(String option, String role) {}

    public record Answer(
            String slug,
            String question,
            RawString answer,
            List<ClaimLink> claims,
            List<Link> about,
            boolean hasDoubts) {}

    /**
     * A claim's line.
     *
     * @param figure what it states, as a figure or in words
     * @param isAboutOption whether it is about an option itself, and not about a part of it
     * @param remarks conditions, origin, day and the like
     * @param doubts what figures speak against it, each with the finding
     * @param gaps what it does not say
     */
    public record ClaimLine(
            ClaimLink link,
            String statement,
            String figure,
            @Nullable BigDecimal value,
            Link subject,
            boolean isAboutOption,
            List<String> remarks,
            @Nullable Link source,
            List<Link> doubts,
            List<String> gaps) {}

    /**
     * What the linter has found.
     *
     * @param number its place on the page, from 1
     */
    public record Concern(
            int number, String kind, String severity, String detail, RawString settles, List<ClaimLink> claims) {

        /** Whether it is about so many claims that it is only said beside each. */
        public boolean isGeneral() {
            return claims.size() > MOST_NAMED;
        }
    }

    public record SourceLine(
            int number,
            String slug,
            String kind,
            String title,
            @Nullable String url,
            String rest,
            int claims) {}

    public Comparison comparison() {
        return comparison;
    }

    public Entry entry() {
        return state.entry();
    }

    public String published() {
        return Words.time(state.entry().publishedAt());
    }

    public int latest() {
        return state.latest();
    }

    public boolean isLatest() {
        return state.isLatest();
    }

    public RawString summary() {
        return Markdown.html(comparison.summary());
    }

    public RawString markdown(String text) {
        return Markdown.html(text);
    }

    public String address() {
        return Addresses.comparison(comparison.slug());
    }

    public String api() {
        return "/api/v1/comparisons/" + comparison.slug();
    }

    public String technology(Option option) {
        return Addresses.technology(option.technology());
    }

    public RawString radar() {
        return inline(Radar.svg(chart.weightiest(Radar.USUAL_AXES), Look.inline(CHART_WIDTH)));
    }

    public RawString bars() {
        return inline(Bars.svg(chart.weightiest(BARS), Look.inline(CHART_WIDTH)));
    }

    /** In HTML the namespace goes without saying. */
    private static RawString inline(String svg) {
        return new RawString(svg.replaceFirst(" xmlns=\"[^\"]*\"", ""));
    }

    public List<Row> rows() {
        return comparison.factors().stream().map(this::row).toList();
    }

    private Row row(Factor factor) {
        var byOption = factor.assessments().stream().collect(toMap(Assessment::option, a -> a, (a, b) -> a));
        var cells = comparison.options().stream()
                .map(option -> cell(factor, option, byOption.get(option.slug())))
                .toList();
        return new Row(
                factor.slug(),
                factor.name(),
                factor.topic(),
                name(topics, factor.topic()),
                factor.question(),
                factor.weight(),
                spread(cells),
                factor.scale(),
                measure(factor),
                cells);
    }

    private static @Nullable BigDecimal spread(List<Cell> cells) {
        var scores = cells.stream()
                .map(Cell::score)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return scores.size() < 2 ? null : scores.getLast().subtract(scores.getFirst());
    }

    private static String measure(Factor factor) {
        if (factor.kind() == Factor.Kind.RATING) {
            return "";
        }
        var better = factor.direction() == Factor.Direction.LOWER ? "less is better" : "more is better";
        var unit = Words.unit(factor.unit()).strip();
        return unit.isEmpty() ? better : unit + "; " + better;
    }

    private Cell cell(Factor factor, Option option, @Nullable Assessment assessment) {
        if (assessment == null) {
            return new Cell(
                    option.name(), null, "not assessed", -1, "", "", new RawString(""), List.of(), false, false);
        }
        var score = factor.kind() == Factor.Kind.RATING ? assessment.score() : assessment.value();
        return new Cell(
                option.name(),
                score,
                label(factor, assessment, score),
                level(factor, score),
                assessment.verdict(),
                assessment.confidence() == null ? "" : Words.constant(assessment.confidence()),
                Markdown.html(assessment.rationale()),
                claims(assessment.claims()),
                evidence.isWeak(assessment),
                assessment.claims().isEmpty());
    }

    private static String label(Factor factor, Assessment assessment, @Nullable BigDecimal score) {
        if (score != null) {
            return Words.number(score) + Words.unit(factor.unit());
        }
        if (assessment.scoreState() != null) {
            return Words.constant(assessment.scoreState());
        }
        return factor.kind() == Factor.Kind.MEASURE ? "see claims" : "unknown";
    }

    private static int level(Factor factor, @Nullable BigDecimal score) {
        if (score == null) {
            return -1;
        }
        double worst = factor.worst() == null ? 1 : factor.worst().doubleValue();
        double best = factor.best() == null ? 5 : factor.best().doubleValue();
        return (int) Math.round(8 * Math.clamp((score.doubleValue() - worst) / (best - worst), 0.0, 1.0));
    }

    private List<ClaimLink> claims(List<String> slugs) {
        return slugs.stream().map(links::get).filter(Objects::nonNull).toList();
    }

    private String option(String slug) {
        return name(options, slug);
    }

    private static String name(Map<String, ? extends Member> members, String slug) {
        var member = members.get(slug);
        return member == null ? slug : member.label();
    }

    public List<TopicFindings> findings() {
        var byTopic = comparison.findings().stream()
                .limit(MOST_FINDINGS)
                .collect(groupingBy(Finding::topic, LinkedHashMap::new, java.util.stream.Collectors.toList()));
        return comparison.topics().stream()
                .map(topic -> new TopicFindings(
                        topic.slug(),
                        topic.name(),
                        Markdown.html(topic.summary()),
                        byOption(byTopic.getOrDefault(topic.slug(), List.of()))))
                .toList();
    }

    private List<OptionFindings> byOption(List<Finding> findings) {
        return comparison.options().stream()
                .map(option -> new OptionFindings(
                        option.name(),
                        findings.stream()
                                .filter(finding -> finding.option().equals(option.slug()))
                                .map(finding -> new Standing(
                                        option.name(),
                                        finding.kind() == null ? "" : Words.constant(finding.kind()),
                                        finding.statement(),
                                        claims(finding.claims()),
                                        finding.slug()))
                                .toList()))
                .filter(group -> !group.findings().isEmpty())
                .toList();
    }

    public List<Case> useCases() {
        return comparison.useCases().stream()
                .map(useCase -> new Case(
                        useCase.slug(),
                        useCase.name(),
                        Markdown.html(useCase.description()),
                        String.join(", ", useCase.examples()),
                        useCase.fits().stream()
                                .map(fit -> new FitLine(
                                        option(fit.option()),
                                        fit.fit() == null ? "" : Words.constant(fit.fit()),
                                        Markdown.html(fit.rationale())))
                                .toList(),
                        useCase.weights().entrySet().stream()
                                .map(entry ->
                                        new Weight(name(factors, entry.getKey()), entry.getKey(), entry.getValue()))
                                .toList()))
                .toList();
    }

    public List<Advice> recommendations() {
        return comparison.recommendations().stream()
                .map(recommendation -> new Advice(
                        recommendation.slug(),
                        recommendation.title(),
                        what(recommendation),
                        recommendation.when(),
                        Markdown.html(recommendation.rationale()),
                        recommendation.roles().stream()
                                .map(role -> new RoleLine(option(role.option()), role.role()))
                                .toList(),
                        recommendation.useCases().stream()
                                .map(slug -> new Link(name(useCases, slug), "#use-cases/" + slug))
                                .toList()))
                .toList();
    }

    private String what(Recommendation recommendation) {
        var names = recommendation.options().stream().map(this::option).toList();
        return recommendation.kind() == Recommendation.Kind.COMBINE
                ? "Combine " + String.join(" and ", names)
                : "Choose " + String.join(", ", names);
    }

    public List<Answer> faqs() {
        return comparison.faqs().stream().map(this::faq).toList();
    }

    private Answer faq(Faq faq) {
        var about = new ArrayList<Link>();
        faq.factors().forEach(slug -> about.add(new Link(name(factors, slug), "#factors/" + slug)));
        faq.useCases().forEach(slug -> about.add(new Link(name(useCases, slug), "#use-cases/" + slug)));
        var claims = claims(faq.claims());
        return new Answer(
                faq.slug(),
                faq.question(),
                Markdown.html(faq.answer()),
                claims,
                about,
                claims.stream().anyMatch(ClaimLink::isDoubted));
    }

    public List<Concern> concerns() {
        var concerns = new ArrayList<Concern>();
        for (var finding : evidence.findings().stream().limit(MOST_CONCERNS).toList()) {
            concerns.add(new Concern(
                    concerns.size() + 1,
                    Words.constant(finding.kind()),
                    severity(finding),
                    finding.detail(),
                    Markdown.html(finding.settles().isEmpty() ? "" : "What would settle it: " + finding.settles()),
                    claims(finding.claims())));
        }
        return concerns;
    }

    private static String severity(EvidenceFinding finding) {
        return Words.constant(finding.severity());
    }

    public List<ClaimLine> claims() {
        var numbers = new LinkedHashMap<String, List<Link>>();
        for (var concern : concerns()) {
            if (OF_FIGURES.stream().anyMatch(issue -> Words.constant(issue).equals(concern.kind()))) {
                concern.claims().forEach(claim -> numbers.computeIfAbsent(claim.slug(), slug -> new ArrayList<>())
                        .add(new Link(concern.kind(), "#e" + concern.number())));
            }
        }
        return comparison.claims().stream()
                .limit(MOST_CLAIMS)
                .map(claim -> claim(claim, numbers.getOrDefault(claim.slug(), List.of())))
                .toList();
    }

    private ClaimLine claim(Claim claim, List<Link> doubts) {
        var source = claim.source() == null ? null : sources.get(claim.source());
        return new ClaimLine(
                Objects.requireNonNull(links.get(claim.slug())),
                claim.statement(),
                claim.text() == null ? Words.figure(claim) : claim.text(),
                claim.value(),
                subject(claim),
                comparison.options().stream()
                        .anyMatch(option -> option.technology().equals(claim.subject())),
                remarks(claim),
                source == null
                        ? null
                        : new Link(
                                source.publisher().isEmpty() ? source.title() : source.publisher(),
                                "#s" + number(source)),
                doubts,
                gaps(claim));
    }

    /** Its place among the sources, from 1. */
    private int number(Source source) {
        return comparison.sources().indexOf(source) + 1;
    }

    private Link subject(Claim claim) {
        return new Link(technologies.apply(claim.subject()), Addresses.technology(claim.subject()));
    }

    private List<String> remarks(Claim claim) {
        var remarks = new ArrayList<String>();
        if (claim.comparedTo() != null) {
            remarks.add("compared with " + option(claim.comparedTo()));
        }
        if (claim.conditions() != null) {
            remarks.add("conditions: " + claim.conditions());
        }
        if (claim.origin() != null) {
            remarks.add("from: " + claim.origin());
        }
        if (claim.observedOn() != null) {
            remarks.add("observed on " + Words.day(claim.observedOn()));
        }
        if (claim.rank() != Claim.Rank.NORMAL) {
            remarks.add(Words.constant(claim.rank()));
        }
        return remarks;
    }

    private List<String> gaps(Claim claim) {
        return evidence.issues(claim.slug()).stream()
                .filter(issue -> !OF_FIGURES.contains(issue) && issue != ClaimIssue.DEPRECATED)
                .map(Words::constant)
                .toList();
    }

    /** How many claims are not shown. */
    public int furtherClaims() {
        return Math.max(0, comparison.claims().size() - MOST_CLAIMS);
    }

    public int furtherFindings() {
        return Math.max(0, comparison.findings().size() - MOST_FINDINGS);
    }

    public int furtherConcerns() {
        return Math.max(0, evidence.findings().size() - MOST_CONCERNS);
    }

    public List<SourceLine> sources() {
        var used = comparison.claims().stream()
                .map(Claim::source)
                .filter(Objects::nonNull)
                .collect(groupingBy(Function.identity(), java.util.stream.Collectors.summingInt(slug -> 1)));
        return comparison.sources().stream()
                .map(source -> new SourceLine(
                        number(source),
                        source.slug(),
                        source.kind() == null ? "" : Words.constant(source.kind()),
                        source.title(),
                        source.url(),
                        rest(source),
                        used.getOrDefault(source.slug(), 0)))
                .toList();
    }

    private static String rest(Source source) {
        var parts = new ArrayList<String>();
        if (!source.publisher().isEmpty()) {
            parts.add(source.publisher());
        }
        if (source.publishedOn() != null) {
            parts.add("published on " + Words.day(source.publishedOn()));
        }
        if (source.retrievedOn() != null) {
            parts.add("retrieved on " + Words.day(source.retrievedOn()));
        }
        return String.join(", ", parts);
    }

    /** Newest first; null while it is out of reach. */
    public @Nullable List<HistoryLine> history() {
        return past == null ? null : HistoryLine.of(past.entries());
    }

    /** How many earlier ones the history has beyond those that are shown. */
    public int earlier() {
        return past == null ? 0 : past.latest() - past.entries().size();
    }
}
