package dev.tradeoff.published;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.technology.Technology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A technology with everything known about it, across comparisons. */
@Schema(
        name = "TechnologyWithKnowledge",
        description = "A technology with everything known about it, across comparisons.")
record TechnologyView(
        String slug,
        String name,
        Technology.@Nullable Kind kind,
        @Schema(description = "What else it is called.") List<String> aliases,

        @Schema(description = "Slug of the technology that it is part of.") @Nullable
        String partOf,

        @Schema(description = "Slugs of what is part of it.")
        List<String> parts,

        @Schema(description = "May hold Markdown.") String summary,

        @Schema(description = "Its official home page.") @Nullable
        String url,

        @Schema(description = "The comparisons in which it is an option.")
        List<Participation> comparisons,

        @Schema(implementation = AssessmentItem[].class, description = "How it stands under each factor.")
        List<JsonNode> assessments,

        @Schema(description = "How well it fits each use case.")
        List<FitItem> fits,

        @Schema(implementation = ListSchemas.FindingItem[].class)
        List<JsonNode> findings,

        @Schema(
                implementation = ListSchemas.ClaimItem[].class,
                description = "Claims that speak for it, or are about it.")
        List<JsonNode> claims,

        @Schema(implementation = ListSchemas.FaqItem[].class)
        List<JsonNode> faqs,

        @Schema(implementation = ListSchemas.RecommendationItem[].class)
        List<JsonNode> recommendations) {

    @Schema(name = "Participation", description = "A comparison in which the technology is an option.")
    record Participation(String comparison, String href, String title, String option, String tagline, String verdict) {}

    @Schema(name = "AssessmentItem", description = "The technology under one factor.")
    record AssessmentItem(
            String comparison,
            @Schema(description = "Address of the factor.") String href,
            @Schema(description = "Slug of the factor.") String factor,
            @Schema(description = "Name of the factor.") String name,
            Assessment assessment) {}

    @Schema(name = "FitItem", description = "How well the technology fits one use case.")
    record FitItem(
            String comparison,

            @Schema(description = "Address of the use case.")
            String href,

            @Schema(description = "Slug of the use case.") String useCase,
            @Schema(description = "Name of the use case.") String name,
            UseCase.Fit.@Nullable Level fit,
            String rationale) {}

    /** @param published the comparisons that know something of it, by slug */
    static TechnologyView of(
            Technology technology, TechnologyTree tree, Stream<PublishedComparison> published, ReadersJson json) {
        var known = new Known(technology.slug(), json);
        published.forEach(known::gather);
        return new TechnologyView(
                technology.slug(),
                technology.name(),
                technology.kind(),
                technology.aliases(),
                technology.partOf(),
                tree.partsOf(technology.slug()),
                technology.summary(),
                technology.url(),
                known.comparisons,
                known.assessments,
                known.fits,
                known.findings,
                known.claims,
                known.faqs,
                known.recommendations);
    }

    /** What is gathered about one technology, comparison by comparison. */
    private static final class Known {

        private final String technology;
        private final ReadersJson json;
        private final List<Participation> comparisons = new ArrayList<>();
        private final List<JsonNode> assessments = new ArrayList<>();
        private final List<FitItem> fits = new ArrayList<>();
        private final List<JsonNode> findings = new ArrayList<>();
        private final List<JsonNode> claims = new ArrayList<>();
        private final List<JsonNode> faqs = new ArrayList<>();
        private final List<JsonNode> recommendations = new ArrayList<>();

        Known(String technology, ReadersJson json) {
            this.technology = technology;
            this.json = json;
        }

        void gather(PublishedComparison published) {
            var comparison = published.comparison();
            var options = comparison.options().stream()
                    .filter(option -> option.technology().equals(technology))
                    .toList();
            options.forEach(option -> participation(published, option));
            var slugs = options.stream().map(Option::slug).collect(Collectors.toSet());
            var about = comparison.claims().stream()
                    .filter(claim ->
                            slugs.contains(claim.option()) || claim.subject().equals(technology))
                    .toList();
            var aboutSlugs = about.stream().map(Claim::slug).collect(Collectors.toSet());
            items(published, Section.CLAIMS, about, claims);
            items(
                    published,
                    Section.FINDINGS,
                    comparison.findings().stream()
                            .filter(f -> concerns(f, slugs, aboutSlugs))
                            .toList(),
                    findings);
            items(
                    published,
                    Section.FAQS,
                    comparison.faqs().stream()
                            .filter(f -> concerns(f, slugs, aboutSlugs))
                            .toList(),
                    faqs);
            items(
                    published,
                    Section.RECOMMENDATIONS,
                    comparison.recommendations().stream()
                            .filter(r -> concerns(r, slugs))
                            .toList(),
                    recommendations);
        }

        private static boolean concerns(Finding finding, Set<String> options, Set<String> claims) {
            return options.contains(finding.option())
                    || finding.claims().stream().anyMatch(claims::contains);
        }

        private static boolean concerns(Faq faq, Set<String> options, Set<String> claims) {
            return !options.isEmpty() && faq.options().isEmpty()
                    || faq.options().stream().anyMatch(options::contains)
                    || faq.claims().stream().anyMatch(claims::contains);
        }

        private static boolean concerns(Recommendation recommendation, Set<String> options) {
            return recommendation.options().stream().anyMatch(options::contains);
        }

        private void participation(PublishedComparison published, Option option) {
            var comparison = published.comparison();
            comparisons.add(new Participation(
                    comparison.slug(),
                    "/api/v1/comparisons/" + comparison.slug(),
                    comparison.title(),
                    option.slug(),
                    option.tagline(),
                    option.verdict()));
            for (var factor : comparison.factors()) {
                factor.assessments().stream()
                        .filter(assessment -> assessment.option().equals(option.slug()))
                        .map(assessment -> new AssessmentItem(
                                comparison.slug(),
                                Located.href(comparison.slug(), Section.FACTORS, factor),
                                factor.slug(),
                                factor.name(),
                                assessment))
                        .forEach(item -> assessments.add(json.tree(item, published.evidence())));
            }
            for (var useCase : comparison.useCases()) {
                useCase.fits().stream()
                        .filter(fit -> fit.option().equals(option.slug()))
                        .forEach(fit -> fits.add(new FitItem(
                                comparison.slug(),
                                Located.href(comparison.slug(), Section.USE_CASES, useCase),
                                useCase.slug(),
                                useCase.name(),
                                Objects.requireNonNull(fit.fit()),
                                fit.rationale())));
            }
        }

        private void items(
                PublishedComparison published, Section section, List<? extends Member> members, List<JsonNode> into) {
            for (var member : members) {
                into.add(Located.tree(json, published, section, member));
            }
        }
    }
}
