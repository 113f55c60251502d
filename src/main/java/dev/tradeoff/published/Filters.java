package dev.tradeoff.published;

import dev.tradeoff.search.KnowledgeIndex;

/** The fields by which lists are filtered, in the index and in its queries. */
final class Filters {

    static final String KIND = KnowledgeIndex.KIND;
    static final String COMPARISON = "comparison";
    static final String TECHNOLOGY = "technology";
    static final String TOPIC = "topic";
    static final String FACTOR = "factor";
    static final String USE_CASE = "useCase";
    static final String METRIC = "metric";
    static final String ISSUE = "issue";
    static final String TAG = "tag";
    static final String TECHNOLOGY_KIND = "technologyKind";

    private Filters() {}
}
