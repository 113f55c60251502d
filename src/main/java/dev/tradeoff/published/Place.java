package dev.tradeoff.published;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands across comparisons.
 *
 * @param comparison that it is part of; null for comparisons and technologies
 */
record Place(ListKind kind, @Nullable String comparison, String slug) {

    /** Sort before every character of a slug, so that keys sort like pairs of slugs. */
    private static final char AFTER_COMPARISON = '\u0001';

    private static final char BEFORE_KIND = '\u0002';

    /** Unique, and sorted by comparison and slug. */
    String key() {
        return (comparison == null ? "" : comparison + AFTER_COMPARISON) + slug + BEFORE_KIND + kind.slug();
    }

    static Place of(String key) {
        int kind = key.indexOf(BEFORE_KIND);
        int comparison = key.indexOf(AFTER_COMPARISON);
        return new Place(
                ListKind.named(key.substring(kind + 1)).orElseThrow(),
                comparison < 0 ? null : key.substring(0, comparison),
                key.substring(comparison + 1, kind));
    }

    String href() {
        return "/api/v1/" + (comparison == null ? "" : "comparisons/" + comparison + "/") + kind.path() + "/" + slug;
    }
}
