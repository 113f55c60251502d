package dev.tradeoff.page;

import org.jspecify.annotations.Nullable;

/** Where things are on the pages. */
final class Addresses {

    private Addresses() {}

    static String comparison(String slug) {
        return "/comparisons/" + slug;
    }

    static String technology(String slug) {
        return "/technologies/" + slug;
    }

    /** A member's anchor is its collection's part of the API's addresses, and its slug. */
    static String member(String comparison, String collection, String slug) {
        return comparison(comparison) + "#" + collection + "/" + slug;
    }

    /** Of what a search has found, by its kind. */
    static String found(String kind, @Nullable String comparison, String slug) {
        if (comparison == null) {
            return kind.equals("technology") ? technology(slug) : comparison(slug);
        }
        return member(comparison, kind + "s", slug);
    }
}
