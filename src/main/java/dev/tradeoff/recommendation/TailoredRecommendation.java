package dev.tradeoff.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.analysis.NormalisationName;
import dev.tradeoff.knowledge.Assessment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a team's requirements. */
@Schema(
        description =
                "The answer to a team's requirements: a ranking whose every number traces to claims, and how easily it would be another.")
public record TailoredRecommendation(
        String comparison,

        @Schema(description = "The revision that it is computed from.")
        int revision,

        Computation method,

        @Schema(description = "What was asked, with everything filled in that was left open.")
        Requirements requirements,

        WeightsOrigin weighting,

        @Schema(
                description =
                        "The weight of each factor (and of `team-experience`), summing to 1; factors that are left out have none.")
        Map<String, Double> weights,

        @Schema(description = "The options that meet the constraints, best first.")
        List<RankedOption> ranking,

        @Schema(description = "The options that miss a constraint.")
        List<ExcludedOption> excluded,

        @Schema(description = "Factors that do not apply to one of the options, and therefore count for none.")
        List<LeftOutFactor> leftOut,

        @Schema(
                description =
                        "What should be known before this is relied on: constraints whose answer is open or rests on weak evidence, and judgements that contradict one another.")
        List<String> warnings,

        @Schema(description = "Slug of the option of rank 1; null where several share it, or none is left.") @Nullable
        String winner,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "The options that share the first rank, where several do.")
        List<String> tied,

        @Schema(
                description =
                        "How far the winner can be relied on; null where no option is left, and without robustness.")
        @Nullable
        Verdict verdict,

        @Schema(
                description =
                        "The rules that led to the verdict, the decisive one first; none where there is no verdict.")
        List<VerdictReason> verdictReasons,

        @Schema(
                description =
                        "By how much the first is ahead of the second, in the method's score (of VIKOR, by how much less it has); 0 where they share the first rank, null where there is no second.")
        @Nullable
        Double margin,

        @Schema(description = "How easily another option would be first; null where it was not asked for.") @Nullable
        Robustness robustness,

        @Schema(
                description =
                        "The claims that the answer rests on, and what is weak about them; null without robustness. What each figure rests on stands in `ranking` all the same.")
        @Nullable
        EvidenceUsed evidence,

        @Schema(
                description =
                        "For each option that doesn't win, what would have to be true for it to win; empty without robustness.")
        List<WhyNot> whyNot,

        @Schema(
                description =
                        "Where the requested use cases pull towards different options: which one for which part; null otherwise, and without robustness.")
        @Nullable
        Combination combination,

        @Schema(description = "The answer in a few sentences; none without robustness.")
        List<String> explanation,

        @Schema(
                description =
                        "An address that gives this same answer again, for as long as `engine` is the same; null where it would be longer than 16 KiB, the most that addresses may have.")
        @Nullable
        String link,

        @Schema(description = "The day up to which claims have aged.")
        LocalDate asOf,

        @Schema(description = "Version of the arithmetic: it changes when any figure could.")
        String engine) {

    /** How the figures became a ranking. */
    @Schema(name = "Computation", description = "How the figures became a ranking.")
    public record Computation(
            MethodName name,

            @Schema(description = "How scores were made comparable: `scale`, by the factors' anchors.")
            NormalisationName normalisation) {}

    /** What the weights were made from. */
    @Schema(name = "WeightsOrigin", description = "What the weights were made from.")
    public record WeightsOrigin(
            Weighting.Origin origin,

            @Schema(description = "How, in a sentence.") String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Of pairwise judgements: how well they fit together.")
            @Nullable
            Consistency consistency) {}

    /** How well pairwise judgements fit together (Saaty, 1980). */
    @Schema(name = "Consistency", description = "How well pairwise judgements fit together (Saaty, 1980).")
    public record Consistency(
            @Schema(description = "The principal eigenvalue λmax of the judgements.")
            double lambdaMax,

            @Schema(description = "(λmax − n) / (n − 1) of n factors; 0 for two.")
            double consistencyIndex,

            @Schema(description = "The consistency index by the random index; at most 0.1 is taken as consistent.")
            double consistencyRatio,

            @Schema(description = "The mean consistency index of random judgements on as many factors.")
            double randomIndex,

            @Schema(description = "Where the random index is from.")
            String randomIndexTable,

            @Schema(description = "Whether the ratio is at most 0.1.")
            boolean consistent,

            @Schema(description = "The judgement that fits the others least; null where all fit.") @Nullable
            JudgementToRevisit revisit) {}

    /** A judgement that fits the others least. */
    @Schema(
            name = "JudgementToRevisit",
            description =
                    "`factor` was said to count `judgement` times as much as `over`; the others suggest `suggested`.")
    public record JudgementToRevisit(String factor, String over, double judgement, double suggested) {}

    /** An option with its score and what the score is made of. */
    @Schema(name = "RankedOption", description = "An option with its score and what the score is made of.")
    public record RankedOption(
            @Schema(description = "1 is best; options that are level share a rank: 1, 2, 2, 4.")
            int rank,

            @Schema(description = "Slug of the option.") String option,

            @Schema(description = "By the method; of VIKOR less is better, of all others more.")
            double score,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "From where to where the score could lie, if what is unknown turned out so.")
            @Nullable
            ScoreRange scoreRange,

            @Schema(description = "In the order of the factors.")
            List<Contribution> contributions) {}

    /** From where to where a score could lie. */
    @Schema(name = "ScoreRange", description = "From where to where a score could lie.")
    public record ScoreRange(double min, double max) {}

    /** What one factor does to one option's score. */
    @Schema(name = "Contribution", description = "What one factor does to one option's score.")
    public record Contribution(
            @Schema(description = "Slug of the factor, or `team-experience`.")
            String factor,

            @Schema(description = "The rescaled weight of the factor, 0 to 1; the same for every option.")
            double weight,

            @Schema(
                    description =
                            "The figure in the factor's own units: 1 to 5 under a rating; 0, 1/3, 2/3 or 1 for experience; null where it is unknown or a range.")
            @Nullable
            BigDecimal score,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Why there is no figure.")
            Assessment.@Nullable ScoreState scoreState,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Where claims leave a range: from where to where, in the factor's own units.")
            @Nullable
            ScoreRange scoreRange,

            @Schema(
                    description =
                            "What the figure (or the middle of its range) is worth on the factor's scale, 0 to 1.")
            double utility,

            @Schema(
                    description =
                            "Its part of the score: weight × utility of a weighted sum; of it and of PROMETHEE II they sum to the score, of a weighted product to its natural logarithm; null for methods that are no sums.")
            @Nullable
            Double contribution,

            @JsonInclude(JsonInclude.Include.NON_NULL) Assessment.@Nullable Confidence confidence,

            @Schema(
                    description =
                            "Whether the evidence that it rests on is weak: all its claims are, or its confidence is low or very low.")
            boolean weak,

            @Schema(
                    description =
                            "Slugs of the claims that it rests on; each is at `/api/v1/comparisons/{comparison}/claims/{slug}?revision={revision}`, which names its source. None: editorial judgement, an unknown score, or the team's own word.")
            List<String> claims) {}

    /** An option that misses a constraint. */
    @Schema(name = "ExcludedOption", description = "An option that misses a constraint.")
    public record ExcludedOption(
            @Schema(description = "Slug of the option.") String option,
            Requirements.Constraint constraint,

            @Schema(description = "What it has instead; null where claims leave a range.") @Nullable
            BigDecimal score) {}

    /** A factor that counts for no option. */
    @Schema(name = "LeftOutFactor", description = "A factor that counts for no option, and why.")
    public record LeftOutFactor(
            @Schema(description = "Slug of the factor.") String factor,
            @Schema(description = "Why, in a sentence.") String reason) {}

    /** Why the verdict is what it is. */
    @Schema(name = "VerdictReason", description = "A rule that led to the verdict.")
    public record VerdictReason(
            Verdict.Rule rule,

            @Schema(description = "Why it holds, in a sentence.")
            String detail) {}

    /** What would have to be true for an option to win. */
    @Schema(name = "WhyNot", description = "What would have to be true for an option to win.")
    public record WhyNot(
            String option,

            @Schema(description = "Continues “It would …”.") String would,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "The factor whose weight or score decides, where a single one does.")
            @Nullable
            String factor,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description =
                            "The weight of that factor from which, or down to which, it is first, alone or level as `would` says.")
            @Nullable
            Double weight,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "The score on that factor from which it wins.")
            @Nullable
            BigDecimal score) {}
}
