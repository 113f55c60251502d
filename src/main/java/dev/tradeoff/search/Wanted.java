package dev.tradeoff.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the index.
 *
 * @param filters by field; an entry must have one of the values of each
 * @param words what is asked in words, which then rank the entries; null: all of them, by key
 */
public record Wanted(
        Map<String, Set<String>> filters, @Nullable String words) {

    /** All that pass these filters. */
    static Query all(List<Query> filters) {
        if (filters.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        var query = new BooleanQuery.Builder();
        filters.forEach(filter -> query.add(filter, Occur.FILTER));
        return query.build();
    }

    /** Each must be passed. */
    List<Query> filters(TermLookup.Asked lookup) throws IOException {
        var queries = new ArrayList<Query>(filters.size());
        for (var filter : filters.entrySet()) {
            queries.add(anyOf(filter.getKey(), filter.getValue(), lookup));
        }
        return queries;
    }

    private static Query anyOf(String field, Set<String> values, TermLookup.Asked lookup) throws IOException {
        return values.size() == 1
                ? lookup.query(field, values.iterator().next())
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
