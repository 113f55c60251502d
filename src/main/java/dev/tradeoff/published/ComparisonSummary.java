package dev.tradeoff.published;

import dev.tradeoff.knowledge.Option;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comparison as lists show it. */
@Schema(description = "A comparison as lists show it.")
record ComparisonSummary(
        String slug,
        String href,
        String title,
        String question,
        @Schema(description = "May hold Markdown.") String summary,
        List<OptionName> options,
        List<String> tags,
        int revision,
        Instant publishedAt) {

    static ComparisonSummary of(PublishedComparison published) {
        var comparison = published.comparison();
        return new ComparisonSummary(
                comparison.slug(),
                "/api/v1/comparisons/" + comparison.slug(),
                comparison.title(),
                comparison.question(),
                comparison.summary(),
                comparison.options().stream().map(OptionName::of).toList(),
                comparison.tags(),
                published.revision().number(),
                published.revision().publishedAt());
    }

    @Schema(name = "OptionName", description = "An option by its names.")
    record OptionName(
            String slug, @Schema(description = "Slug of the technology.") String technology, String name) {

        static OptionName of(Option option) {
            return new OptionName(option.slug(), option.technology(), option.name());
        }
    }
}
