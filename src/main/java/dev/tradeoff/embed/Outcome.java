package dev.tradeoff.embed;

import dev.tradeoff.chart.Badge.Tone;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.recommendation.DefaultRecommendation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a recommendation comes to, in a few words. Who is first by a hair is not named.
 *
 * @param winner its name; empty where there is none
 * @param verdict in words
 */
record Outcome(String winner, String verdict, Tone tone) {

    private static final Outcome NONE = new Outcome("", "no recommendation", Tone.NEUTRAL);
    private static final Outcome TOO_CLOSE = new Outcome("", "too close to call", Tone.NEUTRAL);

    static Outcome of(Comparison comparison, @Nullable DefaultRecommendation answer) {
        if (answer == null || answer.verdict() == null) {
            return NONE;
        }
        var winner = answer.winner();
        if (winner == null) {
            return TOO_CLOSE;
        }
        return switch (answer.verdict()) {
            case CLEAR -> new Outcome(name(comparison, winner), "clear", Tone.GOOD);
            case FRAGILE -> new Outcome(name(comparison, winner), "fragile", Tone.CAREFUL);
            case TOO_CLOSE -> TOO_CLOSE;
        };
    }

    static String name(Comparison comparison, String option) {
        return comparison.options().stream()
                .filter(known -> known.slug().equals(option))
                .map(Option::name)
                .findFirst()
                .orElse(option);
    }

    /** Its class in the style sheet. */
    public String kind() {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    String message() {
        return winner.isEmpty() ? verdict : winner + " · " + verdict;
    }
}
