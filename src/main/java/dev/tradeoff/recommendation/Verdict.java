package dev.tradeoff.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a winner can be relied on. */
@Schema(
        name = "Verdict",
        description =
                "`too-close`: the first two cannot be told apart; `fragile`: a small change or better evidence could make another win; `clear`: neither.")
public enum Verdict {
    @JsonProperty("clear")
    CLEAR,
    @JsonProperty("fragile")
    FRAGILE,
    @JsonProperty("too-close")
    TOO_CLOSE;

    /** The rules that decide, in the order in which they are asked. */
    @Schema(name = "VerdictRule", description = "A rule that decides about the verdict; docs/method.md explains each.")
    public enum Rule {
        /** The first two are less than 0.02 apart. */
        @JsonProperty("small-margin")
        SMALL_MARGIN(TOO_CLOSE),
        /** What is unknown could turn the first two round. */
        @JsonProperty("overlapping-ranges")
        OVERLAPPING_RANGES(TOO_CLOSE),
        /** A change of one weight by less than 0.1 makes another win. */
        @JsonProperty("small-flip")
        SMALL_FLIP(FRAGILE),
        /** Another method has another winner. */
        @JsonProperty("methods-disagree")
        METHODS_DISAGREE(FRAGILE),
        /** Without weak evidence the winner does not stay. */
        @JsonProperty("weak-evidence")
        WEAK_EVIDENCE(FRAGILE),
        /** None of these. */
        @JsonProperty("robust")
        ROBUST(CLEAR),
        /** The others are excluded. */
        @JsonProperty("only-option")
        ONLY_OPTION(CLEAR);

        private final Verdict verdict;

        Rule(Verdict verdict) {
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }
}
