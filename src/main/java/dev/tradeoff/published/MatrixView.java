package dev.tradeoff.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The decision matrix: a row for each option and a cell for each factor; transposed, the other way round. */
@Schema(
        name = "Matrix",
        description = "The decision matrix: a row for each option with a cell for each factor; transposed, the other way round.")
record MatrixView(
        String comparison,
        int revision,
        @Schema(description = "Whether rows are factors.") boolean transposed,
        List<ComparisonSummary.OptionName> options,
        List<FactorName> factors,
        List<Row> rows) {

    static MatrixView of(PublishedComparison published, boolean transposed) {
        var comparison = published.comparison();
        return new MatrixView(
                comparison.slug(),
                published.revision().number(),
                transposed,
                comparison.options().stream().map(ComparisonSummary.OptionName::of).toList(),
                comparison.factors().stream().map(FactorName::of).toList(),
                transposed ? byFactor(comparison) : byOption(comparison));
    }

    private static List<Row> byOption(Comparison comparison) {
        return comparison.options().stream()
                .map(option -> new Row(
                        option.slug(),
                        null,
                        comparison.factors().stream()
                                .map(factor -> Cell.of(null, factor.slug(), assessment(factor, option.slug())))
                                .toList()))
                .toList();
    }

    private static List<Row> byFactor(Comparison comparison) {
        return comparison.factors().stream()
                .map(factor -> new Row(
                        null,
                        factor.slug(),
                        comparison.options().stream()
                                .map(option -> Cell.of(option.slug(), null, assessment(factor, option.slug())))
                                .toList()))
                .toList();
    }

    private static Assessment assessment(Factor factor, String option) {
        return factor.assessments().stream()
                .filter(assessment -> assessment.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("what is published has an assessment in each cell"));
    }

    @Schema(name = "FactorName", description = "A factor by its names, with what its cells mean.")
    record FactorName(
            String slug,
            String name,
            @Schema(description = "Slug of the topic.") String topic,
            Factor.Kind kind,
            @Schema(description = "Default weight.") @Nullable BigDecimal weight,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Of a measure.") @Nullable String unit,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Of a measure.")
                    Factor.@Nullable Direction direction) {

        static FactorName of(Factor factor) {
            return new FactorName(
                    factor.slug(),
                    factor.name(),
                    factor.topic(),
                    factor.kind(),
                    factor.weight(),
                    factor.unit(),
                    factor.direction());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MatrixRow", description = "One option's cells, or one factor's.")
    record Row(
            @Schema(description = "Whose row it is, unless transposed.") @Nullable String option,
            @Schema(description = "Whose row it is, if transposed.") @Nullable String factor,
            List<Cell> cells) {}

    @Schema(name = "MatrixCell", description = "One option under one factor.")
    record Cell(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The column, if transposed.")
                    @Nullable String option,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The column, unless transposed.")
                    @Nullable String factor,
            @Schema(description = "1 to 5 under a rating; null where there is none.") @Nullable BigDecimal score,
            @JsonInclude(JsonInclude.Include.NON_NULL) Assessment.@Nullable ScoreState scoreState,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Of a measure, in the factor's unit.")
                    @Nullable BigDecimal value,
            String verdict,
            Assessment.@Nullable Confidence confidence) {

        static Cell of(@Nullable String option, @Nullable String factor, Assessment assessment) {
            return new Cell(
                    option,
                    factor,
                    assessment.score(),
                    assessment.scoreState(),
                    assessment.value(),
                    assessment.verdict(),
                    assessment.confidence());
        }
    }
}
