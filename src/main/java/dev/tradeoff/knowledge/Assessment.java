package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** One option under one factor: a verdict in words, and a score, a value, or why there is none. */
@JsonIgnoreProperties(value = Weakness.FIELD, allowGetters = true)
@Schema(
        description = "One option under one factor.",
        properties =
                @SchemaProperty(
                        name = Weakness.FIELD,
                        implementation = String[].class,
                        readOnly = true,
                        description = Weakness.DESCRIPTION))
public record Assessment(
        @Schema(description = "Slug of the option.") String option,
        @Schema(description = "The verdict in words.") String verdict,

        @Schema(
                description =
                        "Of a rating: 1 to 5 in steps of 0.5; null when `scoreState` says why there is none, and under a measure.",
                minimum = "1",
                maximum = "5",
                multipleOf = 0.5)
        @Nullable
        BigDecimal score,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Why there is no score.") @Nullable
        ScoreState scoreState,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Of a measure: the value in the factor's unit. Without one it is taken from the claims.")
        @Nullable
        BigDecimal value,

        @Schema(description = "How sure the verdict is, on the levels of GRADE.", required = true) @Nullable
        Confidence confidence,

        @Schema(description = "Why this verdict. May hold Markdown.")
        String rationale,

        @Schema(description = "Slugs of the claims that it rests on; none: editorial judgement.")
        List<String> claims) {

    public Assessment {
        option = Values.text(option);
        verdict = Values.text(verdict);
        score = Values.number(score);
        value = Values.number(value);
        rationale = Values.text(rationale);
        claims = Values.list(claims);
    }

    /** Why an assessment has no score. */
    public enum ScoreState {
        @JsonProperty("unknown")
        UNKNOWN,
        @JsonProperty("not-applicable")
        NOT_APPLICABLE
    }

    /** Certainty of evidence, on the levels of GRADE (Guyatt et al., 2008). */
    public enum Confidence {
        @JsonProperty("high")
        HIGH,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("low")
        LOW,
        @JsonProperty("very-low")
        VERY_LOW
    }
}
