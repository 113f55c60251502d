package dev.tradeoff.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.mcda.Details;
import dev.tradeoff.mcda.Flip;
import dev.tradeoff.mcda.Unsuitable;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an analysis found; lists are in the order of the options and criteria that were sent. */
@Schema(
        name = "AnalysisResult",
        description = "What an analysis found; lists are in the order of the options and criteria that were sent.")
record AnalysisAnswer(
        MethodName method,
        NormalisationName normalisation,
        Parameters parameters,
        int samples,
        long seed,

        @Schema(description = "The weights of the criteria, rescaled so that they sum to 1.")
        List<Double> weights,

        @Schema(description = "The scores of the options. More is better, but of VIKOR, whose score is Q, less is.")
        List<Double> scores,

        @Schema(description = "The ranks of the options: 1 is best, tied options share one: 1, 2, 2, 4.")
        List<Integer> ranks,

        @Schema(description = "The names of the options of rank 1.")
        List<String> winners,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "Where cells are uncertain, for each option the lowest and the highest score that they allow: its own at their worst and all others at their best, and the other way round; of a normally distributed cell up to three standard deviations from the mean.")
        @Nullable
        List<List<Double>> scoreRanges,

        MethodDetails details,
        Robustness robustness,

        @Schema(description = "Version of the engine: while it stays, the same request gets the same figures.")
        String engine) {

    /** What a method tells beside scores; what the others have is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MethodDetails", description = "What a method tells beside scores; what others tell is left out.")
    record MethodDetails(
            @Schema(description = "TOPSIS: the closeness to the ideal, in [0, 1], which is the score.") @Nullable
            List<Double> closeness,

            @Schema(description = "VIKOR: the group utility S of each option, of which less is better.") @Nullable
            List<Double> s,

            @Schema(description = "VIKOR: the individual regret R of each option, of which less is better.") @Nullable
            List<Double> r,

            @Schema(description = "VIKOR: the compromise Q of each option, which is the score.") @Nullable
            List<Double> q,

            @Schema(description = "VIKOR: true, since of its scores less is better.") @Nullable
            Boolean lowerIsBetter,

            @Schema(
                    description =
                            "VIKOR: whether the first is ahead of the second by at least 1 / (m − 1) in Q, for m options.")
            @Nullable
            Boolean acceptableAdvantage,

            @Schema(description = "VIKOR: whether the first by Q is also the first by S or R.") @Nullable
            Boolean acceptableStability,

            @Schema(description = "VIKOR: the names of the options that the compromise solution is made of.") @Nullable
            List<String> compromise,

            @Schema(
                    description =
                            "PROMETHEE II: how much each option is preferred to the others on average, in [0, 1].")
            @Nullable
            List<Double> phiPlus,

            @Schema(description = "PROMETHEE II: how much the others are preferred to it on average, in [0, 1].")
            @Nullable
            List<Double> phiMinus,

            @Schema(description = "PROMETHEE II: the net flow, `phiPlus` − `phiMinus`, which is the score.") @Nullable
            List<Double> phi) {

        static MethodDetails of(Details details, Question question) {
            return switch (details) {
                case Details.None none ->
                    new MethodDetails(null, null, null, null, null, null, null, null, null, null, null);
                case Details.Topsis topsis ->
                    new MethodDetails(topsis.closeness(), null, null, null, null, null, null, null, null, null, null);
                case Details.Vikor vikor ->
                    new MethodDetails(
                            null,
                            vikor.s(),
                            vikor.r(),
                            vikor.q(),
                            true,
                            vikor.acceptableAdvantage(),
                            vikor.acceptableStability(),
                            question.names(vikor.compromise()),
                            null,
                            null,
                            null);
                case Details.PrometheeII flows ->
                    new MethodDetails(
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            flows.phiPlus(),
                            flows.phiMinus(),
                            flows.phi());
            };
        }
    }

    /** How easily the answer would be another. */
    @Schema(name = "AnalysisRobustness", description = "How easily the answer would be another.")
    record Robustness(
            @Schema(
                    description =
                            "For each criterion the lowest and the highest weight at which the winners stay the same, ties included, the other weights rescaled in proportion.")
            List<List<Double>> stability,

            @Schema(description = "The least change of one weight that makes others win; null where none does.")
            @Nullable
            SmallestFlip smallestFlip,

            @Schema(
                    description =
                            "Options × ranks: the share of all weightings that gives an option a rank, weights being uniformly distributed and uncertain cells as they say.")
            List<List<Double>> acceptability,

            @Schema(
                    description =
                            "For each option the mean of the weightings that make it first; null for one that never is.")
            List<@Nullable List<Double>> centralWeights,

            @Schema(
                    description =
                            "For each option the probability that it is first with its central weights; null where it has none.")
            List<@Nullable Double> confidence,

            @Schema(description = "Whether the three figures above are exact; else they are sampled.")
            boolean exact,

            @Schema(description = "Who would win by the other methods.")
            List<Agreement> agreement,

            @Schema(description = "The options without which the winners would be others.")
            List<RankReversal> rankReversals) {

        static Robustness of(Analysis analysis, Question question) {
            var acceptability = analysis.acceptability(question.samples(), question.seed());
            return new Robustness(
                    analysis.stability().stream()
                            .map(stability -> List.of(stability.lowest(), stability.highest()))
                            .toList(),
                    analysis.smallestFlip()
                            .map(flip -> SmallestFlip.of(flip, question))
                            .orElse(null),
                    acceptability.ranks(),
                    acceptability.centralWeights(),
                    acceptability.confidence(),
                    acceptability.exact(),
                    Agreement.all(question),
                    analysis.rankReversals().stream()
                            .map(reversal -> new RankReversal(
                                    question.options().get(reversal.removed()), question.names(reversal.winners())))
                            .toList());
        }
    }

    /** The least change that makes others win. */
    @Schema(name = "SmallestFlipOfWinners", description = "The least change of one weight that makes others win.")
    record SmallestFlip(
            @Schema(description = "The name of the criterion.")
            String criterion,

            @Schema(description = "Its weight now, in [0, 1].")
            double from,

            @Schema(
                    description =
                            "The weight at which old and new winners are level, the others rescaled in proportion.")
            double to,

            @Schema(description = "The names of the options that win just beyond.")
            List<String> winners) {

        static SmallestFlip of(Flip flip, Question question) {
            return new SmallestFlip(
                    question.criteria().get(flip.criterion()), flip.from(), flip.to(), question.names(flip.winners()));
        }
    }

    /** Who would win by another method. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MethodAgreement", description = "Who would win by another method, or why it cannot be asked.")
    record Agreement(
            MethodName method,

            @Schema(description = "`scale` where that was asked for, else what the method usually takes.")
            NormalisationName normalisation,

            @Schema(
                    description =
                            "The names of the options that it ranks first; left out where the figures do not suit it.")
            @Nullable
            List<String> winners,

            @Schema(description = "Why the figures do not suit it; left out where they do.") @Nullable
            String unsuitable) {

        static List<Agreement> all(Question question) {
            return Arrays.stream(MethodName.values())
                    .filter(other -> other != question.method())
                    .map(other -> of(other, question.comparable(other), question))
                    .toList();
        }

        private static Agreement of(MethodName method, NormalisationName normalisation, Question question) {
            try {
                var winners = question.analysedBy(method, normalisation).winners();
                return new Agreement(method, normalisation, question.names(winners), null);
            } catch (Unsuitable why) {
                return new Agreement(method, normalisation, null, question.explained(why));
            }
        }
    }

    /** An option whose absence changes who wins. */
    @Schema(name = "RankReversalOfWinners", description = "An option without which the winners would be others.")
    record RankReversal(
            @Schema(description = "The name of the option that is left out.")
            String without,

            @Schema(description = "The names of the options that win then.")
            List<String> winners) {}

    static AnalysisAnswer of(Question question, Analysis analysis) {
        return new AnalysisAnswer(
                question.method(),
                question.normalisation(),
                question.parameters(),
                question.samples(),
                question.seed(),
                analysis.weights(),
                analysis.scores(),
                analysis.ranks(),
                question.names(analysis.winners()),
                question.matrix().isCertain()
                        ? null
                        : analysis.scoreRanges().stream()
                                .map(range -> List.of(range.min(), range.max()))
                                .toList(),
                MethodDetails.of(analysis.details(), question),
                Robustness.of(analysis, question),
                Engine.VERSION);
    }
}
