package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where claims come from. */
@Schema(description = "Where claims come from.")
public record Source(
        String slug,

        @Schema(
                required = true,
                description =
                        "`primary`: measured or decided it itself; `secondary`: repeats it; `editorial`: our judgement.")
        @Nullable
        Kind kind,

        String title,
        String publisher,

        @Schema(description = "Absolute http or https address.") @Nullable
        String url,

        @Nullable LocalDate publishedOn,
        @Nullable LocalDate retrievedOn)
        implements Member {

    public Source {
        slug = Values.text(slug);
        title = Values.text(title);
        publisher = Values.text(publisher);
    }

    @Override
    public Source named(String newSlug) {
        return new Source(newSlug, kind, title, publisher, url, publishedOn, retrievedOn);
    }

    /** How a source knows what it says. */
    @Schema(name = "SourceKind")
    public enum Kind {
        @JsonProperty("primary")
        PRIMARY,
        @JsonProperty("secondary")
        SECONDARY,
        @JsonProperty("editorial")
        EDITORIAL
    }
}
