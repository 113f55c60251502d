package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How easily another option would be first. */
@Schema(name = "Robustness", description = "How easily another option would be first.")
public record Robustness(
        @Schema(description = "For each factor, the range of its weight within which the winner stays.")
        List<StabilityInterval> stability,

        @Schema(description = "The least change of a single weight beyond which another wins; null where none does.")
        @Nullable
        SmallestFlip smallestFlip,

        @Schema(
                description =
                        "What happens under all weightings of all factors, each as likely as any other, whatever weights were asked for (SMAA-2).")
        List<RankAcceptability> acceptability,

        @Schema(description = "Whether acceptability is exact; else it is sampled.")
        boolean exact,

        @Schema(description = "Who wins by each of the methods, with the same weights.")
        List<MethodAgreement> agreement,

        @Schema(description = "Options without which another would be first.")
        List<RankReversal> rankReversals) {

    /** The range of one weight within which the winner stays. */
    @Schema(
            name = "StabilityInterval",
            description =
                    "The range of one weight, the others rescaled in proportion, within which the winner stays first.")
    public record StabilityInterval(
            String factor,

            @Schema(description = "Its weight now, 0 to 1.") double weight,

            @Schema(description = "The least weight with which the winner is still first, alone or level; 0 to 1.")
            double lowest,

            @Schema(description = "The greatest weight with which the winner is still first, alone or level; 0 to 1.")
            double highest,

            @Schema(description = "Who wins just below `lowest`; null where nobody else does.") @Nullable
            String flipsBelow,

            @Schema(description = "Who wins just above `highest`; null where nobody else does.") @Nullable
            String flipsAbove) {}

    /** The least change that matters. */
    @Schema(name = "SmallestFlip", description = "The least change of a single weight beyond which another wins.")
    public record SmallestFlip(
            String factor,
            @Schema(description = "The weight now.") double from,

            @Schema(description = "The weight at which both are level.")
            double to,

            @Schema(description = "Slug of the option that is first beyond.")
            String winner) {}

    /** How often an option gets each rank. */
    @Schema(name = "RankAcceptability", description = "How often an option gets each rank under all weightings.")
    public record RankAcceptability(
            String option,

            @Schema(description = "The share of weightings that gives it rank 1, 2, …")
            List<Double> ranks,

            @Schema(description = "The mean of the weightings that make it first, by factor; null where none does.")
            @Nullable
            Map<String, Double> centralWeights,

            @Schema(description = "How sure it is first with its central weights, 0 to 1; null where it has none.")
            @Nullable
            Double confidence) {}

    /** Who wins by a method. */
    @Schema(name = "WinnerByMethod", description = "Who wins by a method, with the same weights.")
    public record MethodAgreement(
            MethodName method,

            @Schema(description = "Null where several options share the first rank.") @Nullable
            String winner,

            @Schema(description = "Whether the winner of the answer is among its first.")
            boolean agrees) {}

    /** Who wins without an option. */
    @Schema(name = "RankReversal", description = "Who would be first if an option were not there.")
    public record RankReversal(String without, List<String> winners) {}
}
