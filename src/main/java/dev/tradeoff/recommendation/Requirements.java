package dev.tradeoff.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.analysis.NormalisationName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a team wants. Every field may be missing; {@link RequirementsRules} tells what of it cannot be answered, and fills
 * in what is left open.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        description =
                "What a team wants. Every field is optional; of `weights`, `priorities` and `pairwise` at most one: it takes the place of the use cases' weight profiles, and factors that it doesn't name weigh 0.")
public record Requirements(
        @Schema(description = "Slugs of use cases: their weight profiles, each rescaled to 1, are averaged.")
        List<String> useCases,

        @Schema(description = "Weights by factor slug, 0 to 1,000,000; only their ratios matter.")
        Map<String, BigDecimal> weights,

        @Schema(
                description =
                        "Factor slugs, the most important first: they get rank-order-centroid weights (Barron & Barrett, 1996).")
        List<String> priorities,

        @Schema(
                description =
                        "Judgements on pairs of factors (AHP; Saaty, 1980): each pair of the factors that are named, once.")
        List<PairwiseJudgement> pairwise,

        @Schema(description = "What an option must reach: those that don't are excluded.")
        List<Constraint> constraints,

        @Schema(
                description =
                        "How well the team knows each option, by option slug; options that are not named: `none`. It counts as an additional criterion, `team-experience`.")
        Map<String, Experience> experience,

        @Schema(description = "How the figures become a ranking. Default: `weighted-sum`.") @Nullable
        MethodName method,

        @Schema(
                description =
                        "How scores are made comparable: `scale`, by the anchors of each factor; others are refused.")
        @Nullable
        NormalisationName normalisation,

        @Schema(description = "Number of the revision to answer from. Default: the latest.", minimum = "1") @Nullable
        Integer revision,

        @Schema(description = "The day up to which claims have aged. Default: today, in UTC.") @Nullable
        LocalDate asOf,

        @Schema(
                description = "How many weightings to sample where no exact figure is to be had, 1 to 100,000.",
                minimum = "1",
                maximum = "100000",
                defaultValue = "10000")
        @Nullable
        Integer samples,

        @Schema(
                description = "Where the random generator begins; the same seed gives the same figures.",
                minimum = "-9007199254740991",
                maximum = "9007199254740991",
                defaultValue = "1")
        @Nullable
        Long seed,

        @Schema(
                description =
                        "Whether the answer says how far it can be relied on. `false`: the ranking alone, which takes a fraction of the time. An answer echoes `false` only.",
                defaultValue = "true")
        @Nullable
        Boolean robustness) {

    /** Nothing is asked for in particular. */
    public static final Requirements NONE = new Requirements(
            List.of(), Map.of(), List.of(), List.of(), List.of(), Map.of(), null, null, null, null, null, null, null);

    public Requirements {
        useCases = list(useCases);
        weights = map(weights);
        priorities = list(priorities);
        pairwise = list(pairwise);
        constraints = list(constraints);
        experience = map(experience);
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <V> Map<String, V> map(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    boolean wantsRobustness() {
        return robustness == null || robustness;
    }

    /** How many things they name. */
    int entries() {
        return useCases.size()
                + weights.size()
                + priorities.size()
                + pairwise.size()
                + constraints.size()
                + experience.size();
    }

    /** One factor counts so many times as much as another. */
    @Schema(
            name = "PairwiseJudgement",
            description = "`factor` counts `by` times as much as `over`; below 1 it counts less.")
    public record PairwiseJudgement(
            @Schema(required = true) @Nullable String factor,
            @Schema(required = true) @Nullable String over,

            @Schema(required = true, description = "More than 0, up to 100; Saaty's scale goes from 1/9 to 9.")
            @Nullable
            BigDecimal by) {}

    /** What an option must reach on one factor, in the factor's own units. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Constraint",
            description =
                    "What an option must reach on one factor, in the factor's own units; at least one of the ends.")
    public record Constraint(
            @Schema(required = true) @Nullable String factor,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {}

    /** How well a team knows an option: worth 0, 1/3, 2/3 and 1. */
    @Schema(name = "Experience", description = "How well a team knows an option: worth 0, 1/3, 2/3 and 1.")
    public enum Experience {
        @JsonProperty("none")
        NONE,
        @JsonProperty("some")
        SOME,
        @JsonProperty("good")
        GOOD,
        @JsonProperty("expert")
        EXPERT;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In [0, 1]. */
        double worth() {
            return ordinal() / 3.0;
        }
    }
}
