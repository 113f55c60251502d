package dev.tradeoff.search;

import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
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
    Query filtered(Query query) {
        return filters.isEmpty() ? query : filter().add(query, Occur.MUST).build();
    }

    /** All that pass the filters. */
    Query all() {
        return filters.isEmpty() ? new MatchAllDocsQuery() : filter().build();
    }

    private BooleanQuery.Builder filter() {
        var query = new BooleanQuery.Builder();
        filters.forEach((field, values) -> query.add(anyOf(field, values), Occur.FILTER));
        return query;
    }

    private static Query anyOf(String field, Set<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(field, values.iterator().next()))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
