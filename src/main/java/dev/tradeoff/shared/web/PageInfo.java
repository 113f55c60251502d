package dev.tradeoff.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where in a list a page stands. */
@Schema(name = "Page", description = "Where in a list this page stands.")
public record PageInfo(
        @Schema(description = "The most items that a page has.", minimum = "1")
        int limit,

        @Schema(description = "Opaque cursor of the next page; null on the last one.") @Nullable
        String next,

        @Schema(description = "Items in the whole list.", minimum = "0")
        int total,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "True where the list has more than 1,000 items and `total` is 1,000.")
        @Nullable
        Boolean totalIsAtLeast) {

    /** Up to here totals are exact. */
    public static final int EXACT_TOTAL = 1_000;

    /** @param found items in the whole list, where there are more than {@link #EXACT_TOTAL} any number above it */
    public static PageInfo of(int limit, @Nullable String next, long found) {
        boolean exact = found <= EXACT_TOTAL;
        return new PageInfo(limit, next, exact ? (int) found : EXACT_TOTAL, exact ? null : true);
    }

    /** A list that is returned whole. */
    public static PageInfo whole(int total) {
        return new PageInfo(Math.max(total, 1), null, total, null);
    }
}
