package dev.tradeoff.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the answer rests on. */
@Schema(name = "EvidenceUsed", description = "The claims that the answer rests on, and what is weak about them.")
public record EvidenceUsed(
        @Schema(description = "Slugs of all claims under the scores, those of factors without weight too.")
        List<String> claims,

        List<WeakClaim> weak,
        WithoutWeakEvidence withoutWeakEvidence) {

    /** A claim that is weak. */
    @Schema(name = "WeakClaim", description = "A claim that is weak, and why.")
    public record WeakClaim(
            String claim,

            @Schema(description = "`unsourced`, `undated`, `stale`, `contradiction`, `outlier`, `deprecated`.")
            List<String> issues) {}

    /** The answer without weak evidence. */
    @Schema(
            name = "WithoutWeakEvidence",
            description = "The answer computed again with everything unknown that rests on weak evidence.")
    public record WithoutWeakEvidence(
            @Schema(
                    description =
                            "Who wins then, among the options that meet the constraints; null where several share the first rank.")
            @Nullable
            String winner,

            Survival survives,

            @Schema(
                    description =
                            "The share of the weight that lies on assessments that rest on no claim, unknown ones too, 0 to 1.")
            double editorialShare) {}

    /** Whether the winner stays without weak evidence. */
    @Schema(
            name = "Survival",
            description =
                    "Whether the winner stays first without weak evidence: `always`, whatever the unknown turns out to be; `on-average`; or `no`.")
    public enum Survival {
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("on-average")
        ON_AVERAGE,
        @JsonProperty("no")
        NO
    }
}
