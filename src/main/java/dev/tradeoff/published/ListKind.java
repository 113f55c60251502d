package dev.tradeoff.published;

/** What is listed across comparisons. */
enum ListKind {
    COMPARISON("comparisons"),
    FACTOR("factors"),
    USE_CASE("use-cases"),
    FAQ("faqs"),
    CLAIM("claims"),
    RECOMMENDATION("recommendations"),
    TECHNOLOGY("technologies");

    private final String path;

    ListKind(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
