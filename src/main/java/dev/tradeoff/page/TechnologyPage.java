package dev.tradeoff.page;

import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.published.PublishedTechnologies.Known;
import dev.tradeoff.published.PublishedTechnologies.Mention;
import dev.tradeoff.technology.Technology;
import io.quarkus.qute.RawString;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A technology as its page shows it: what it is, and what each comparison says of it. */
public final class TechnologyPage {

    /** Of one comparison; the rest is a link away. */
    private static final int MOST_CLAIMS = 60;

    private static final int MOST_FINDINGS = 60;

    private final Known known;
    private final LocalDate today;

    TechnologyPage(Known known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    /**
     * What one comparison says.
     *
     * @param option the technology as an option; null where it is none
     * @param further how many claims are not shown
     */
    public record Part(
            String title,
            String href,
            @Nullable Option option,
            List<Score> scores,
            List<Fit> fits,
            List<Said> findings,
            List<Said> claims,
            int further) {}

    public record Score(String factor, String href, String label, String verdict, String confidence) {}

    public record Fit(String useCase, String href, String fit) {}

    /**
     * A finding or a claim.
     *
     * @param kind of a finding; empty for a claim
     * @param figure of a claim; may be empty
     * @param doubts what is the matter with it
     */
    public record Said(String kind, String statement, String href, String figure, List<String> doubts) {}

    public Technology technology() {
        return known.technology();
    }

    public String kind() {
        var kind = known.technology().kind();
        return kind == null ? "" : Words.constant(kind);
    }

    public RawString summary() {
        return Markdown.html(known.technology().summary());
    }

    public String aliases() {
        return String.join(", ", known.technology().aliases());
    }

    public @Nullable Technology partOf() {
        return known.partOf().orElse(null);
    }

    public List<Technology> parts() {
        return known.parts();
    }

    /** How many comparisons know it and are not shown. */
    public int further() {
        return known.known() - known.mentions().size();
    }

    public List<Part> comparisons() {
        return known.mentions().stream().map(this::part).toList();
    }

    private Part part(Mention mention) {
        var comparison = mention.comparison();
        var evidence = mention.evidence().asOf(today);
        var slug = known.technology().slug();
        var option = comparison.options().stream()
                .filter(o -> o.technology().equals(slug))
                .findFirst();
        var optionSlug = option.map(Option::slug);
        var claims = comparison.claims().stream()
                .filter(claim -> claim.subject().equals(slug)
                        || optionSlug.filter(claim.option()::equals).isPresent())
                .toList();
        return new Part(
                comparison.title(),
                Addresses.comparison(comparison.slug()),
                option.orElse(null),
                scores(comparison, optionSlug),
                fits(comparison, optionSlug),
                findings(comparison, optionSlug, claims),
                claims.stream()
                        .limit(MOST_CLAIMS)
                        .map(claim -> said(comparison, claim, evidence))
                        .toList(),
                Math.max(0, claims.size() - MOST_CLAIMS));
    }

    private static List<Score> scores(Comparison comparison, Optional<String> option) {
        return comparison.factors().stream()
                .flatMap(factor -> factor.assessments().stream()
                        .filter(assessment ->
                                option.filter(assessment.option()::equals).isPresent())
                        .map(assessment -> score(comparison, factor, assessment)))
                .toList();
    }

    private static Score score(Comparison comparison, Factor factor, Assessment assessment) {
        return new Score(
                factor.name(),
                Addresses.member(comparison.slug(), "factors", factor.slug()),
                label(factor, assessment),
                assessment.verdict(),
                assessment.confidence() == null ? "" : Words.constant(assessment.confidence()));
    }

    private static String label(Factor factor, Assessment assessment) {
        if (assessment.score() != null) {
            return Words.number(assessment.score()) + " of 5";
        }
        if (assessment.value() != null) {
            return Words.number(assessment.value()) + Words.unit(factor.unit());
        }
        return assessment.scoreState() == null ? "see claims" : Words.constant(assessment.scoreState());
    }

    private static List<Fit> fits(Comparison comparison, Optional<String> option) {
        return comparison.useCases().stream()
                .flatMap(useCase -> useCase.fits().stream()
                        .filter(fit -> option.filter(fit.option()::equals).isPresent())
                        .map(fit -> new Fit(
                                useCase.name(),
                                Addresses.member(comparison.slug(), "use-cases", useCase.slug()),
                                fit.fit() == null ? "" : Words.constant(fit.fit()))))
                .toList();
    }

    private static List<Said> findings(Comparison comparison, Optional<String> option, List<Claim> claims) {
        Set<String> about = claims.stream().map(Claim::slug).collect(Collectors.toSet());
        return comparison.findings().stream()
                .filter(finding -> option.filter(finding.option()::equals).isPresent()
                        || finding.claims().stream().anyMatch(about::contains))
                .limit(MOST_FINDINGS)
                .map(finding -> said(comparison, finding))
                .toList();
    }

    private static Said said(Comparison comparison, Finding finding) {
        return new Said(
                finding.kind() == null ? "" : Words.constant(finding.kind()),
                finding.statement(),
                Addresses.member(comparison.slug(), "findings", finding.slug()),
                "",
                List.of());
    }

    private static Said said(Comparison comparison, Claim claim, Evidence evidence) {
        return new Said(
                "",
                claim.statement(),
                Addresses.member(comparison.slug(), "claims", claim.slug()),
                Words.figure(claim),
                evidence.issues(claim.slug()).stream()
                        .filter(Objects::nonNull)
                        .filter(issue -> issue != ClaimIssue.UNCONDITIONED)
                        .map(Words::constant)
                        .toList());
    }
}
