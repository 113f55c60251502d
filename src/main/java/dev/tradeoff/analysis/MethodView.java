package dev.tradeoff.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A method, and its worked examples as they are computed here. */
@Schema(name = "MethodDescription", description = "A method of decision analysis, with worked examples computed live.")
record MethodView(
        @Schema(description = "What requests and answers call it.")
        String name,

        String title,
        Kind kind,
        String summary,

        @Schema(description = "The formula as text, with Unicode's mathematical signs.")
        String formula,

        @Schema(description = "What must hold for it to be computed, or to mean anything.")
        List<String> preconditions,

        List<Parameter> parameters,

        @Schema(description = "The normalisations that it takes; none where it ranks no options itself.")
        List<NormalisationName> normalisations,

        @Schema(description = "The one that it takes if nothing is said; null where it ranks no options itself.")
        @Nullable
        NormalisationName defaultNormalisation,

        @Schema(description = "Where it is from.") List<Publication> source,

        List<WorkedExample> examples) {

    /** What a method is for. */
    @Schema(
            name = "MethodKind",
            description =
                    "What a method is for: `ranking` ranks options, `weights` makes weights of judgements, `robustness` says how easily a ranking would be another.")
    enum Kind {
        @JsonProperty("ranking")
        RANKING,
        @JsonProperty("weights")
        WEIGHTS,
        @JsonProperty("robustness")
        ROBUSTNESS
    }

    /** A parameter of a request. */
    @Schema(name = "MethodParameter", description = "What a method can be told.")
    record Parameter(
            String name,
            String description,

            @Schema(
                    implementation = Object.class,
                    description = "What counts if it is left out; null where it must be given.")
            @Nullable
            JsonNode defaultValue) {}

    /** A book or an article. */
    @Schema(name = "MethodPublication", description = "A book or an article.")
    record Publication(
            List<String> authors,
            int year,
            String title,

            @Schema(description = "The journal with volume and pages, or the publisher.")
            String publishedIn) {}

    /** Figures from elsewhere beside those that are computed here. */
    @Schema(
            name = "WorkedExample",
            description = "Figures from elsewhere, beside those that this service computes for the same input.")
    record WorkedExample(
            String title,

            @Schema(
                    description =
                            "Where the figures are published; `Own computation` where they were computed by hand.")
            String source,

            @Schema(description = "What else is to be said of it.") @Nullable
            String remark,

            @Schema(description = "The operation that takes the input, by POST.", examples = "/api/v1/analyses")
            String operation,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "Exactly what that operation takes.")
            JsonNode input,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "What is published, as the answer has it; what is not published is left out.")
            JsonNode published,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "More digits of it from an independent computation; null where there is none.")
            @Nullable
            JsonNode recomputed,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "The same part of the answer that the service computes.")
            JsonNode computed,

            @Schema(
                    description = "The largest absolute difference of a computed figure from a published one.",
                    minimum = "0")
            double deviation,

            @Schema(description = "How far they may be apart, from how they are rounded.", minimum = "0")
            double tolerance,

            @Schema(description = "Whether they are no farther apart, and all that is no figure is the same.")
            boolean within) {}
}
