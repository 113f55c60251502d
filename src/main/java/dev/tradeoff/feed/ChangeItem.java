package dev.tradeoff.feed;

import dev.tradeoff.published.Happening;
import dev.tradeoff.shared.web.PageInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A publication, as it is told to those who follow. */
@Schema(name = "PublishedChange", description = "A publication, with what changed against the revision before.")
public record ChangeItem(
        @Schema(
                description =
                        "Its place among all changes; greater ones are later. What comes after it is asked for by `since`.",
                minimum = "1")
        long position,

        String comparison,

        @Schema(description = "The comparison's title in this revision.")
        String title,

        @Schema(minimum = "1") int revision,
        @Schema(description = "The revision.") String href,

        @Schema(description = "All that changed, by member and field.")
        String changesHref,

        Instant publishedAt,
        @Schema(description = "Who published it.") String publishedBy,

        @Schema(description = "What it changes, in its publisher's words.")
        String message,

        @Schema(
                description =
                        "What changed against the revision before, in words: the first 20 changes, each of up to 300 characters.")
        List<String> changes,

        @Schema(description = "How many changes there are beside those.", minimum = "0")
        int moreChanges) {

    public static ChangeItem of(Happening.Published published) {
        return new ChangeItem(
                published.position(),
                published.comparison(),
                published.title(),
                published.revision(),
                Addresses.revision(published),
                Addresses.changes(published),
                published.at(),
                published.by(),
                published.message(),
                published.changes(),
                published.moreChanges());
    }

    @Schema(name = "PublishedChangePage", description = "A page of publications, newest first.")
    record Page(
            @Schema(
                    description =
                            "The place up to which this answer knows all changes, whether they are in it or not: what comes later is asked for with `since`.",
                    minimum = "0")
            long position,

            List<ChangeItem> items,
            PageInfo page) {}
}
