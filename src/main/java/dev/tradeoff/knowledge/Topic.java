package dev.tradeoff.knowledge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A heading that groups factors and findings. */
@Schema(description = "A heading that groups factors and findings.")
public record Topic(
        String slug,
        String name,
        @Schema(description = "May hold Markdown.") String summary) implements Member {

    public Topic {
        slug = Values.text(slug);
        name = Values.text(name);
        summary = Values.text(summary);
    }

    @Override
    public Topic named(String newSlug) {
        return new Topic(newSlug, name, summary);
    }
}
