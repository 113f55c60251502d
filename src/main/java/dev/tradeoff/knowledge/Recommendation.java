package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A standing recommendation: choose this when …, or combine these, each for …. */
@Schema(description = "A standing recommendation: `choose` one option when …, or `combine` several, each for ….")
public record Recommendation(
        String slug,
        @Schema(required = true) @Nullable Kind kind,

        @Schema(description = "Slugs of the options: one to choose, two or more to combine.")
        List<String> options,

        String title,

        @Schema(description = "The circumstances under which it holds.")
        List<String> when,

        @Schema(description = "May hold Markdown.") String rationale,

        @Schema(description = "Of a combination: which option does what.")
        List<Role> roles,

        @Schema(description = "Slugs of the use cases that it serves.")
        List<String> useCases)
        implements Member {

    public Recommendation {
        slug = Values.text(slug);
        options = Values.list(options);
        title = Values.text(title);
        when = Values.list(when);
        rationale = Values.text(rationale);
        roles = Values.list(roles);
        useCases = Values.list(useCases);
    }

    @Override
    public Recommendation named(String newSlug) {
        return new Recommendation(newSlug, kind, options, title, when, rationale, roles, useCases);
    }

    /** What one option does in a combination. */
    @Schema(name = "Role", description = "What one option does in a combination.")
    public record Role(
            @Schema(description = "Slug of the option.") String option, String role) {

        public Role {
            option = Values.text(option);
            role = Values.text(role);
        }
    }

    /** Whether it names one option or joins several. */
    @Schema(name = "RecommendationKind")
    public enum Kind {
        @JsonProperty("choose")
        CHOOSE,
        @JsonProperty("combine")
        COMBINE
    }
}
