package dev.tradeoff.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.tradeoff.chart.Bars;
import dev.tradeoff.chart.Chart;
import dev.tradeoff.chart.Look;
import dev.tradeoff.chart.Radar;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.published.PublishedComparisons.Entry;
import dev.tradeoff.published.PublishedComparisons.Past;
import dev.tradeoff.published.PublishedComparisons.State;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison as its page shows it: names instead of slugs, and what is the matter with claims where they are used. */
public final class ComparisonPage {

    private static final int CHART_WIDTH = 560;

    /** The matrix has a bar for each score; these are the ones that matter most. */
    private static final int BARS = 6;

    /** Nobody reads more; the API has them all. */
    private static final int MOST_FINDINGS = 1_000;

    private final State state;
    private final Comparison comparison;
    private final EvidenceTables evidence;
    private final ScoreTable scores;
    private final @Nullable Past past;
    private final Chart chart;
    private final Map<String, Option> options;
    private final Map<String, Factor> factors;
    private final Map<String, UseCase> useCases;

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
        this.evidence = new EvidenceTables(comparison, evidence, technologies);
        this.scores = new ScoreTable(comparison, evidence, this.evidence.links());
        this.past = past;
        this.chart = chart;
        this.options = Labels.bySlug(comparison.options());
        this.factors = Labels.bySlug(comparison.factors());
        this.useCases = Labels.bySlug(comparison.useCases());
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

    public ScoreTable scores() {
        return scores;
    }

    public EvidenceTables evidence() {
        return evidence;
    }

    private List<ClaimLink> claims(List<String> slugs) {
        return evidence.links().of(slugs);
    }

    private String option(String slug) {
        return Labels.of(options, slug);
    }

    public List<TopicFindings> findings() {
        var byTopic = comparison.findings().stream()
                .limit(MOST_FINDINGS)
                .collect(groupingBy(Finding::topic, LinkedHashMap::new, toList()));
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
                                .map(entry -> new Weight(
                                        Labels.of(factors, entry.getKey()), entry.getKey(), entry.getValue()))
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
                                .map(slug -> new Link(Labels.of(useCases, slug), "#use-cases/" + slug))
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
        faq.factors().forEach(slug -> about.add(new Link(Labels.of(factors, slug), "#factors/" + slug)));
        faq.useCases().forEach(slug -> about.add(new Link(Labels.of(useCases, slug), "#use-cases/" + slug)));
        var claims = claims(faq.claims());
        return new Answer(
                faq.slug(),
                faq.question(),
                Markdown.html(faq.answer()),
                claims,
                about,
                claims.stream().anyMatch(ClaimLink::isDoubted));
    }

    public int furtherFindings() {
        return Math.max(0, comparison.findings().size() - MOST_FINDINGS);
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
