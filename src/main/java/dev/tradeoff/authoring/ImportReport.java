package dev.tradeoff.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.knowledge.Change;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import has changed, or would change. */
@Schema(description = "What an import has changed; or would change, if it is a dry run.")
public record ImportReport(
        @Schema(description = "Whether nothing was changed.")
        boolean dryRun,

        Technologies technologies,

        @Schema(description = "Each comparison of the document, in its order.")
        List<ImportedComparison> comparisons) {

    /** Slugs of technologies by what becomes of them. */
    @Schema(
            name = "ImportedTechnologies",
            description = "Slugs of the document's technologies, by what becomes of them. An import never removes one.")
    public record Technologies(List<String> added, List<String> changed, List<String> unchanged) {}

    /** What becomes of one comparison. */
    @Schema(description = "What becomes of one comparison.")
    public record ImportedComparison(
            String slug,
            Outcome outcome,

            @Schema(description = "Its latest revision after the import; after a dry run the one that it would have.")
            int revision,

            @Schema(description = "How many changes there are. 0 unless `changed`: all of what is added is new.")
            int changeCount,

            @Schema(description = "The changes from its latest revision; of very many only the first.")
            List<Change> changes) {}

    /** What an import does to something. */
    @Schema(name = "ImportOutcome")
    public enum Outcome {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED
    }

    /**
     * Under which conditions knowledge is taken in.
     *
     * @param dryRun whether only to say what would be
     * @param message of the revisions that are published
     * @param author of them
     */
    public record Terms(boolean dryRun, String message, String author) {

        public static final String MESSAGE = "Imported";

        public static Terms of(boolean dryRun, @Nullable String message, String author) {
            return new Terms(dryRun, message == null ? MESSAGE : message, author);
        }
    }
}
