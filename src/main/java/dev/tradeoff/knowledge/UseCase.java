package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kind of project: how well each option fits it, and how much each factor weighs for it. */
@Schema(description = "A kind of project, with how well each option fits it and a weight profile over the factors.")
public record UseCase(
        String slug,
        String name,
        @Schema(description = "May hold Markdown.") String description,
        List<String> examples,
        List<Fit> fits,

        @Schema(description = "Weights 0 to 100 by factor slug; factors that are not named keep their default weight.")
        Map<String, BigDecimal> weights)
        implements Member {

    public UseCase {
        slug = Values.text(slug);
        name = Values.text(name);
        description = Values.text(description);
        examples = Values.list(examples);
        fits = Values.list(fits);
        var normal = new LinkedHashMap<String, BigDecimal>();
        Values.map(weights)
                .forEach((factor, weight) -> normal.put(factor, Objects.requireNonNull(Values.number(weight))));
        weights = Values.map(normal);
    }

    @Override
    public UseCase named(String newSlug) {
        return new UseCase(newSlug, name, description, examples, fits, weights);
    }

    /** How well one option fits a use case. */
    @Schema(name = "Fit", description = "How well one option fits a use case.")
    public record Fit(
            @Schema(description = "Slug of the option.") String option,
            @Schema(required = true) @Nullable Level fit,
            @Schema(description = "May hold Markdown.") String rationale) {

        public Fit {
            option = Values.text(option);
            rationale = Values.text(rationale);
        }

        /** From {@code strong} to {@code poor}. */
        @Schema(name = "FitLevel")
        public enum Level {
            @JsonProperty("strong")
            STRONG,
            @JsonProperty("good")
            GOOD,
            @JsonProperty("limited")
            LIMITED,
            @JsonProperty("poor")
            POOR
        }
    }
}
