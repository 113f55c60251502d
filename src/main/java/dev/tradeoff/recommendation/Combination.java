package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Recommendation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Several options, each for its part. */
@Schema(name = "Combination", description = "Several options, each for a part of what was asked.")
public record Combination(
        List<Part> parts,

        @Schema(description = "Slug of the standing recommendation that joins them; null where there is none.")
        @Nullable
        String recommendation,

        @Schema(description = "What each does in it.") List<Recommendation.Role> roles,
        @Schema(description = "When it holds.") List<String> when,

        @Schema(description = "How they connect. May hold Markdown.") @Nullable
        String connection,

        @Schema(description = "Findings that say how the work is divided.")
        List<CombinationFinding> findings) {

    /** Which option for which use case. */
    @Schema(name = "CombinationPart", description = "Which option for which use case.")
    public record Part(
            String useCase,
            String option,

            @Schema(description = "By how much it is ahead there.")
            double margin) {}

    /** A finding that says how work is divided. */
    @Schema(name = "CombinationFinding", description = "A finding that says how work is divided.")
    public record CombinationFinding(String slug, String option, String statement) {}
}
