package dev.tradeoff.analysis;

import dev.tradeoff.mcda.PairwiseWeights;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Weights, and how consistent the judgements are that they were made of. */
@Schema(
        name = "Weights",
        description =
                "Weights, and how consistent the judgements are that they were made of; of an order, what is said of judgements is null.")
record WeightsAnswer(
        @Schema(description = "One for each criterion, in the order sent; they sum to 1.")
        List<Double> weights,

        @Schema(description = "The principal eigenvalue λmax of the judgements.") @Nullable
        Double lambdaMax,

        @Schema(description = "(λmax − n) / (n − 1); 0 for one criterion.") @Nullable
        Double consistencyIndex,

        @Schema(description = "The consistency index by the random index; 0 for one or two criteria.") @Nullable
        Double consistencyRatio,

        @Schema(description = "The mean consistency index of random judgements of that size.") @Nullable
        Double randomIndex,

        @Schema(
                description =
                        "Where the random index is from: `saaty-1980` up to 15 criteria, `alonso-lamata-2006` beyond.")
        @Nullable
        String randomIndexTable,

        @Schema(description = "Whether the ratio is at most 0.1.") @Nullable
        Boolean consistent,

        @Schema(description = "The judgement that fits the others least; null where all fit.") @Nullable
        Revisit revisit) {

    /** A judgement to think over. */
    @Schema(name = "MatrixJudgementToRevisit", description = "The judgement that fits the others least.")
    record Revisit(
            @Schema(description = "Index of its row, from 0.", minimum = "0")
            int row,

            @Schema(description = "Index of its column, from 0; above `row`.", minimum = "0")
            int column,

            @Schema(description = "The judgement as it was sent.")
            double judgement,

            @Schema(description = "What the other judgements suggest in its place.")
            double suggested) {}

    static WeightsAnswer of(List<Double> weights) {
        return new WeightsAnswer(weights, null, null, null, null, null, null, null);
    }

    static WeightsAnswer of(PairwiseWeights weights) {
        var revisit = weights.revisit();
        return new WeightsAnswer(
                weights.weights(),
                weights.lambdaMax(),
                weights.consistencyIndex(),
                weights.consistencyRatio(),
                weights.randomIndex(),
                weights.randomIndexTable(),
                weights.consistent(),
                revisit == null
                        ? null
                        : new Revisit(revisit.row(), revisit.column(), revisit.judgement(), revisit.suggested()));
    }
}
