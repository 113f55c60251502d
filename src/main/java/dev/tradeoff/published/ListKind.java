package dev.tradeoff.published;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is listed, or found, across comparisons. */
enum ListKind {
    COMPARISON("comparisons"),
    FACTOR("factors"),
    FINDING("findings"),
    USE_CASE("use-cases"),
    CLAIM("claims"),
    FAQ("faqs"),
    RECOMMENDATION("recommendations"),
    TECHNOLOGY("technologies");

    private final String path;
    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    ListKind(String path) {
        this.path = path;
    }

    /** Its own part of addresses. */
    String path() {
        return path;
    }

    /** How it is called in requests and answers. */
    String slug() {
        return slug;
    }

    static Optional<ListKind> named(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }
}
