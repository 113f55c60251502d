package dev.tradeoff.published;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands across comparisons.
 *
 * @param comparison that it is part of; null for comparisons and technologies
 */
record Place(ListKind kind, @Nullable String comparison, String slug) {

    /** Sorts before every character of a slug, so that keys sort like pairs of slugs. */
    private static final char AFTER_COMPARISON = '\u0001';

    private static final char AFTER_KIND = '\u0002';

    /** Unique, and sorted by kind, comparison and slug: the index has what is listed together side by side. */
    String key() {
        return kind.slug() + AFTER_KIND + (comparison == null ? "" : comparison + AFTER_COMPARISON) + slug;
    }

    static Place of(String key) {
        int kind = key.indexOf(AFTER_KIND);
        int comparison = key.indexOf(AFTER_COMPARISON);
        return new Place(
                ListKind.named(key.substring(0, kind)).orElseThrow(),
                comparison < 0 ? null : key.substring(kind + 1, comparison),
                key.substring(Math.max(kind, comparison) + 1));
    }

    String href() {
        return "/api/v1/" + (comparison == null ? "" : "comparisons/" + comparison + "/") + kind.path() + "/" + slug;
    }
}
