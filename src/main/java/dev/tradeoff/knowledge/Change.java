package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One difference between two states of a comparison, by member and field. */
@Schema(description = "One difference between two states of a comparison, by member and field.")
public record Change(
        Kind change,
        @Schema(description = "The collection that the member is in; null for the comparison's own fields.")
                @Nullable String collection,
        @Schema(description = "The member; null for the comparison's own fields and for a new order of members.")
                @Nullable String slug,
        @Schema(
                        description =
                                "What of it changed, as names and keys separated by `/` (`assessments/nodejs/score`); null where all of it came or went.")
                @Nullable String field,
        @Schema(description = "The value before; null if there was none.") @Nullable Object before,
        @Schema(description = "The value after; null if there is none.") @Nullable Object after,
        @Schema(description = "The change in words.") String text) {

    /** What happened. */
    @Schema(name = "ChangeKind")
    public enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("changed")
        CHANGED
    }
}
