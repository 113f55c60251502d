package dev.tradeoff.search;

import java.io.IOException;
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

    /** Those entries of a query that pass the filters. */
    Query filtered(Query query, TermLookup.Asked lookup) throws IOException {
        return filters.isEmpty() ? query : filter(lookup).add(query, Occur.MUST).build();
    }

    /** All that pass the filters. */
    Query all(TermLookup.Asked lookup) throws IOException {
        return filters.isEmpty() ? new MatchAllDocsQuery() : filter(lookup).build();
    }

    private BooleanQuery.Builder filter(TermLookup.Asked lookup) throws IOException {
        var query = new BooleanQuery.Builder();
        for (var filter : filters.entrySet()) {
            query.add(anyOf(filter.getKey(), filter.getValue(), lookup), Occur.FILTER);
        }
        return query;
    }

    private static Query anyOf(String field, Set<String> values, TermLookup.Asked lookup) throws IOException {
        return values.size() == 1
                ? lookup.query(field, values.iterator().next())
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
