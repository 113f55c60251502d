package dev.tradeoff.feed;

import dev.tradeoff.published.Happening;

/** Where what happened can be read. */
final class Addresses {

    private static final String COMPARISONS = "/api/v1/comparisons/";

    private Addresses() {}

    static String comparison(String comparison) {
        return COMPARISONS + comparison;
    }

    static String revision(Happening happening) {
        return comparison(happening.comparison()) + "/revisions/" + happening.revision();
    }

    static String changes(Happening happening) {
        return revision(happening) + "/changes";
    }

    /** The comparison's page for people. */
    static String page(Happening happening) {
        return "/comparisons/" + happening.comparison();
    }
}
