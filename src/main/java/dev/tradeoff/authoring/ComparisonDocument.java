package dev.tradeoff.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
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
import org.jspecify.annotations.Nullable;

/**
 * A comparison as it travels between services and stands in files: its state, and where the history travels along, all
 * that was published before. An import passes over the number, time, author and message of a state that is not in a history.
 */
@Schema(
        description =
                "A comparison as it is exported and imported. An import passes over `revision`, `publishedAt`, `publishedBy` and `message` outside `revisions`.")
public record ComparisonDocument(
        String slug,
        String title,
        String question,
        @Schema(description = "May hold Markdown.") String summary,
        List<String> tags,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "In a history: the number of the revision.")
        @Nullable
        Integer revision,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "In a history.") @Nullable
        Instant publishedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "In a history: who published it.") @Nullable
        String publishedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "In a history: what it changed, in its publisher's words.")
        @Nullable
        String message,

        List<Option> options,
        List<Topic> topics,
        List<Factor> factors,
        List<Finding> findings,
        List<UseCase> useCases,
        List<Claim> claims,
        List<Source> sources,
        List<Faq> faqs,
        List<Recommendation> recommendations,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "With `history=true`: every state that was published, oldest first, the last equal to the comparison itself.")
        @Nullable
        List<ComparisonDocument> revisions) {

    /** The latest state alone. */
    public static ComparisonDocument of(Comparison c) {
        return of(c, null, null, null, null);
    }

    /** A state as it was published. */
    public static ComparisonDocument of(Revision revision) {
        return of(
                revision.comparison(),
                revision.number(),
                revision.publishedAt(),
                revision.publishedBy(),
                revision.message());
    }

    private static ComparisonDocument of(
            Comparison c,
            @Nullable Integer revision,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy,
            @Nullable String message) {
        return new ComparisonDocument(
                c.slug(),
                c.title(),
                c.question(),
                c.summary(),
                c.tags(),
                revision,
                publishedAt,
                publishedBy,
                message,
                c.options(),
                c.topics(),
                c.factors(),
                c.findings(),
                c.useCases(),
                c.claims(),
                c.sources(),
                c.faqs(),
                c.recommendations(),
                null);
    }

    /** The same with its history. */
    public ComparisonDocument with(List<ComparisonDocument> history) {
        return new ComparisonDocument(
                slug,
                title,
                question,
                summary,
                tags,
                revision,
                publishedAt,
                publishedBy,
                message,
                options,
                topics,
                factors,
                findings,
                useCases,
                claims,
                sources,
                faqs,
                recommendations,
                history);
    }

    /** The state, without where it stands in a history. */
    public Comparison comparison() {
        return new Comparison(
                slug,
                title,
                question,
                summary,
                tags,
                options,
                topics,
                factors,
                findings,
                useCases,
                claims,
                sources,
                faqs,
                recommendations);
    }
}
