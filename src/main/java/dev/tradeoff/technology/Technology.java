package dev.tradeoff.technology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something one can choose: a runtime, language, framework, library, platform or practice. */
@Schema(description = "Something one can choose: a runtime, language, framework, library, platform or practice.")
public record Technology(
        String slug,
        String name,
        @Schema(required = true) @Nullable Kind kind,
        @Schema(description = "What else it is called, in lower case.") List<String> aliases,
        @Schema(description = "Slug of the technology that it is part of.") @Nullable String partOf,
        @Schema(description = "May hold Markdown.") String summary,
        @Schema(description = "Its official home page.") @Nullable String url) {

    public Technology {
        slug = slug == null ? "" : slug;
        name = name == null ? "" : name;
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        summary = summary == null ? "" : summary;
    }

    /** What sort of thing it is. */
    @Schema(name = "TechnologyKind")
    public enum Kind {
        @JsonProperty("runtime")
        RUNTIME,
        @JsonProperty("language")
        LANGUAGE,
        @JsonProperty("framework")
        FRAMEWORK,
        @JsonProperty("library")
        LIBRARY,
        @JsonProperty("platform")
        PLATFORM,
        @JsonProperty("practice")
        PRACTICE;

        /** As JSON has them. */
        public static List<String> names() {
            return Arrays.stream(values()).map(Kind::slug).toList();
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
