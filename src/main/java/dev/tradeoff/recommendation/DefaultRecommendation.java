package dev.tradeoff.recommendation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison recommends to who requires nothing in particular: by its factors' default weights.
 *
 * @param asOf the day up to which claims have aged
 * @param winner slug of the option of rank 1; null where several share it
 * @param verdict how far the winner can be relied on; null where there is nothing to be said
 * @param explanation the answer in a few sentences
 */
public record DefaultRecommendation(
        String comparison,
        int revision,
        LocalDate asOf,
        @Nullable String winner,
        @Nullable Verdict verdict,
        List<Ranked> ranking,
        List<String> explanation) {

    /** An option with its rank and score. */
    public record Ranked(int rank, String option, double score) {}

    static DefaultRecommendation of(TailoredRecommendation answer) {
        return new DefaultRecommendation(
                answer.comparison(),
                answer.revision(),
                answer.asOf(),
                answer.winner(),
                answer.verdict(),
                answer.ranking().stream()
                        .map(ranked -> new Ranked(ranked.rank(), ranked.option(), ranked.score()))
                        .toList(),
                answer.explanation());
    }
}
