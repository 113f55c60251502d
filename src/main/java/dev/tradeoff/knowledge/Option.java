package dev.tradeoff.knowledge;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A technology taking part in a comparison. */
@Schema(description = "A technology taking part in a comparison.")
public record Option(
        @Schema(description = "The option's name in this comparison's references.")
        String slug,

        @Schema(description = "Slug of the technology.") String technology,
        String name,

        @Schema(description = "What it stands for, in a few words.")
        String tagline,

        @Schema(description = "May hold Markdown.") String summary,

        @Schema(description = "The kinds of project that it serves best.")
        List<String> bestFor,

        @Schema(description = "When to choose it, in one sentence.")
        String verdict)
        implements Member {

    public Option {
        slug = Values.text(slug);
        technology = Values.text(technology);
        name = Values.text(name);
        tagline = Values.text(tagline);
        summary = Values.text(summary);
        bestFor = Values.list(bestFor);
        verdict = Values.text(verdict);
    }

    @Override
    public Option named(String newSlug) {
        return new Option(newSlug, technology, name, tagline, summary, bestFor, verdict);
    }
}
