package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One measurable or checkable statement. It has exactly one of a value, a range and a text. */
@Schema(description = "One measurable or checkable statement: exactly one of `value`, `range` and `text`.")
public record Claim(
        String slug,

        @Schema(description = "Slug of the option that it speaks for.")
        String option,

        @Schema(description = "Slug of the technology that it is about, perhaps a part of the option's.")
        String subject,

        @Schema(description = "Slug of the factor that it bears on.") @Nullable
        String factor,

        @Schema(description = "What is stated, as a kebab-case name; the same name for the same kind of figure.")
        String metric,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The figure, in the source's own unit.")
        @Nullable
        BigDecimal value,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Range range,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What is stated, where it is no figure.")
        @Nullable
        String text,

        @Schema(description = "The source's own unit (UCUM where it has one); null for text.") @Nullable
        String unit,

        @Schema(description = "The claim in one sentence.") String statement,

        @Schema(description = "Under which conditions it was found, as far as the source says.") @Nullable
        String conditions,

        @Schema(description = "Slug of the option that a relative claim compares with.") @Nullable
        String comparedTo,

        @Schema(description = "Names the run in which figures were taken together.") @Nullable
        String measurement,

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Schema(description = "Whether the source itself calls the figure approximate.")
        boolean approximate,

        @Schema(description = "Slug of the source.") @Nullable
        String source,

        @Schema(description = "Where a secondary source has it from.") @Nullable
        String origin,

        @Schema(description = "When it was observed.") @Nullable
        LocalDate observedOn,

        @Schema(description = "Which of several claims to prefer; `deprecated`: kept, no longer used.")
        Rank rank)
        implements Member {

    public Claim {
        slug = Values.text(slug);
        option = Values.text(option);
        subject = Values.text(subject);
        metric = Values.text(metric);
        value = Values.number(value);
        statement = Values.text(statement);
        conditions = Values.remark(conditions);
        origin = Values.remark(origin);
        rank = rank == null ? Rank.NORMAL : rank;
    }

    @Override
    public Claim named(String newSlug) {
        return new Claim(
                newSlug,
                option,
                subject,
                factor,
                metric,
                value,
                range,
                text,
                unit,
                statement,
                conditions,
                comparedTo,
                measurement,
                approximate,
                source,
                origin,
                observedOn,
                rank);
    }

    /** A range in the claim's unit; an end that is missing is open. */
    @Schema(name = "Range", description = "A range in the claim's unit; an end that is null is open.")
    public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {

        public Range {
            min = Values.number(min);
            max = Values.number(max);
        }
    }

    /** Which of several claims to prefer. */
    public enum Rank {
        @JsonProperty("preferred")
        PREFERRED,
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("deprecated")
        DEPRECATED
    }
}
