package dev.tradeoff.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tradeoff.authoring.Publication;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of a comparison's history. */
@Schema(name = "Revision", description = "An entry of a comparison's history.")
record RevisionView(
        String comparison,
        @Schema(description = "1, 2, … within the comparison.", minimum = "1") int revision,
        String href,
        Instant publishedAt,
        @Schema(description = "Who published it.") String publishedBy,
        @Schema(description = "What it changes, in its publisher's words.") String message) {

    static RevisionView of(Publication publication) {
        return new RevisionView(
                publication.comparison(),
                publication.revision(),
                "/api/v1/comparisons/" + publication.comparison() + "/revisions/" + publication.revision(),
                publication.publishedAt(),
                publication.publishedBy(),
                publication.message());
    }

    /** A state: the whole comparison, and who published it with which words. */
    record State(@JsonUnwrapped ComparisonView comparison, String publishedBy, String message) {

        static State of(PublishedComparison published) {
            return new State(
                    ComparisonView.of(published),
                    published.revision().publishedBy(),
                    published.revision().message());
        }
    }
}
