package dev.tradeoff.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceFinding;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Source;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a comparison rests on, as its page shows it: what the linter has found, the claims with it, and their sources. */
public final class EvidenceTables {

    /** What is said beside each of the figures too, with a link to the finding. */
    private static final Set<EvidenceFinding.Kind> OF_FIGURES = EnumSet.of(
            EvidenceFinding.Kind.CONTRADICTION, EvidenceFinding.Kind.OUTLIER, EvidenceFinding.Kind.CONDITIONS_DIFFER);

    private static final int MOST_NAMED = 12;

    /** Nobody reads more; the API has them all. */
    private static final int MOST_CLAIMS = 1_000;

    private static final int MOST_CONCERNS = 100;

    private final Comparison comparison;
    private final Evidence evidence;
    private final Function<String, String> technologies;
    private final ClaimLinks links;
    private final Map<String, Option> options;
    private final Map<String, Source> sources;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Concern> concerns = new ArrayList<>();

    /** By claim, what speaks against its figure. */
    private final Map<String, List<Link>> doubts = new HashMap<>();

    /**
     * @param evidence with what is stale today
     * @param technologies the name of the technology of a slug
     */
    EvidenceTables(Comparison comparison, Evidence evidence, Function<String, String> technologies) {
        this.comparison = comparison;
        this.evidence = evidence;
        this.technologies = technologies;
        this.links = new ClaimLinks(shown(comparison), evidence);
        this.options = Labels.bySlug(comparison.options());
        this.sources = Labels.bySlug(comparison.sources());
        sources.keySet().forEach(slug -> numbers.put(slug, numbers.size() + 1));
        evidence.findings().stream().limit(MOST_CONCERNS).forEach(this::add);
    }

    private static List<Claim> shown(Comparison comparison) {
        return comparison.claims().stream().limit(MOST_CLAIMS).toList();
    }

    private void add(EvidenceFinding finding) {
        var concern = new Concern(
                concerns.size() + 1,
                Words.constant(finding.kind()),
                Words.constant(finding.severity()),
                finding.detail(),
                Markdown.html(finding.settles().isEmpty() ? "" : "What would settle it: " + finding.settles()),
                links.of(finding.claims()));
        concerns.add(concern);
        if (OF_FIGURES.contains(finding.kind())) {
            var said = new Link(concern.kind(), "#e" + concern.number());
            concern.claims().forEach(claim -> doubts.computeIfAbsent(claim.slug(), slug -> new ArrayList<>())
                    .add(said));
        }
    }

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

    /** How the page refers to claims. */
    ClaimLinks links() {
        return links;
    }

    public List<Concern> concerns() {
        return concerns;
    }

    public int furtherConcerns() {
        return evidence.findings().size() - concerns.size();
    }

    public List<ClaimLine> claims() {
        return shown(comparison).stream().map(this::claim).toList();
    }

    /** How many claims are not shown. */
    public int furtherClaims() {
        return Math.max(0, comparison.claims().size() - MOST_CLAIMS);
    }

    private ClaimLine claim(Claim claim) {
        var source = claim.source() == null ? null : sources.get(claim.source());
        return new ClaimLine(
                Objects.requireNonNull(links.of(claim)),
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
                                "#s" + numbers.get(source.slug())),
                doubts.getOrDefault(claim.slug(), List.of()),
                gaps(claim));
    }

    private Link subject(Claim claim) {
        return new Link(technologies.apply(claim.subject()), Addresses.technology(claim.subject()));
    }

    private List<String> remarks(Claim claim) {
        var remarks = new ArrayList<String>();
        if (claim.comparedTo() != null) {
            remarks.add("compared with " + Labels.of(options, claim.comparedTo()));
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
                .filter(issue -> !ClaimLinks.OF_FIGURES.contains(issue) && issue != ClaimIssue.DEPRECATED)
                .map(Words::constant)
                .toList();
    }

    public List<SourceLine> sources() {
        var used = comparison.claims().stream()
                .map(Claim::source)
                .filter(Objects::nonNull)
                .collect(groupingBy(Function.identity(), summingInt(slug -> 1)));
        return comparison.sources().stream()
                .map(source -> new SourceLine(
                        Objects.requireNonNull(numbers.get(source.slug())),
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
}
