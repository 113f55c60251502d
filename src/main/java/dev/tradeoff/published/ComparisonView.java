package dev.tradeoff.published;

import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.Source;
import dev.tradeoff.knowledge.Topic;
import dev.tradeoff.knowledge.UseCase;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole comparison as it was published. */
@Schema(name = "Comparison", description = "One question with two or more options, and everything known about it.")
record ComparisonView(
        String slug,
        String title,
        String question,
        @Schema(description = "May hold Markdown.") String summary,
        List<String> tags,
        @Schema(description = "Number of the revision that this is.", minimum = "1") int revision,
        Instant publishedAt,
        List<Option> options,
        List<Topic> topics,
        List<Factor> factors,
        List<Finding> findings,
        List<UseCase> useCases,
        List<Claim> claims,
        List<Source> sources,
        List<Faq> faqs,
        List<Recommendation> recommendations) {

    static ComparisonView of(PublishedComparison published) {
        var c = published.comparison();
        var revision = published.revision();
        return new ComparisonView(
                c.slug(),
                c.title(),
                c.question(),
                c.summary(),
                c.tags(),
                revision.number(),
                revision.publishedAt(),
                c.options(),
                c.topics(),
                c.factors(),
                c.findings(),
                c.useCases(),
                c.claims(),
                c.sources(),
                c.faqs(),
                c.recommendations());
    }
}
