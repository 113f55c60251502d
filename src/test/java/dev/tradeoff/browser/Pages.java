package dev.tradeoff.browser;

import java.util.List;

/** The pages that there are, on the first content. */
final class Pages {

    static final String COMPARISON = "/comparisons/nodejs-vs-python-backend";

    static final List<String> ALL = List.of(
            "/",
            "/?q=concurrency",
            COMPARISON,
            COMPARISON + "/recommend",
            COMPARISON + "/recommend?weight[concurrency]=5&weight[learning-curve]=1",
            COMPARISON + "/revisions/1",
            "/technologies/python",
            "/embed" + COMPARISON);

    private Pages() {}

    static List<String> all() {
        return ALL;
    }
}
