package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A criterion on which options differ. A {@code rating} says in words what 1, 3 and 5 mean; a {@code measure} has a
 * unit, a direction, and the two anchors that are worth 0 and 1.
 */
@Schema(description = "A criterion on which options differ, with an assessment of each option.")
public record Factor(
        String slug,
        String name,

        @Schema(description = "Slug of the topic that it belongs to.")
        String topic,

        @Schema(description = "The question that the assessments answer.")
        String question,

        @Schema(description = "`rating`: scored 1 to 5 on `scale`. `measure`: a value in `unit`.")
        Kind kind,

        @Schema(
                description = "Default weight, 0 to 100; only ratios between weights matter.",
                minimum = "0",
                maximum = "100")
        @Nullable
        BigDecimal weight,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description = "Of a rating: what the scores 1, 3 and 5 mean (2 and 4 may be said too).",
                nullable = true)
        Map<String, String> scale,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Of a measure: its unit (UCUM where it has one).")
        @Nullable
        String unit,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Of a measure: whether more or less is better.")
        @Nullable
        Direction direction,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Of a measure: the value that is worth 0.")
        @Nullable
        BigDecimal worst,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Of a measure: the value that is worth 1.")
        @Nullable
        BigDecimal best,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "What `not-applicable` counts as: `left-out` (default): the factor is left out for all options; `worst`: the worst anchor.")
        @Nullable
        NotApplicable notApplicable,

        List<Assessment> assessments)
        implements Member {

    public Factor {
        slug = Values.text(slug);
        name = Values.text(name);
        topic = Values.text(topic);
        question = Values.text(question);
        kind = kind == null ? Kind.RATING : kind;
        weight = Values.number(weight);
        scale = Values.map(scale);
        worst = Values.number(worst);
        best = Values.number(best);
        assessments = Values.list(assessments);
    }

    @Override
    public Factor named(String newSlug) {
        return new Factor(
                newSlug,
                name,
                topic,
                question,
                kind,
                weight,
                scale,
                unit,
                direction,
                worst,
                best,
                notApplicable,
                assessments);
    }

    /** How an option's standing under a factor is said. */
    @Schema(name = "FactorKind")
    public enum Kind {
        @JsonProperty("rating")
        RATING,
        @JsonProperty("measure")
        MEASURE
    }

    /** Which way a measure is better. */
    public enum Direction {
        @JsonProperty("higher")
        HIGHER,
        @JsonProperty("lower")
        LOWER
    }

    /** What an assessment that is not applicable counts as. */
    public enum NotApplicable {
        @JsonProperty("left-out")
        LEFT_OUT,
        @JsonProperty("worst")
        WORST
    }
}
