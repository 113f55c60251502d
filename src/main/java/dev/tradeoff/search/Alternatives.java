package dev.tradeoff.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.jspecify.annotations.Nullable;

/** What a unit may be found by: single terms, which count as one word, and names of several. */
final class Alternatives {

    private final TermLookup.Asked lookup;
    private final Map<String, Boolean> marked;
    private final Map<String, Float> terms = new LinkedHashMap<>();
    private final List<Query> names = new ArrayList<>();

    /** @param marked takes the terms that are worth being shown, and whether they are so alone */
    Alternatives(TermLookup.Asked lookup, Map<String, Boolean> marked) {
        this.lookup = lookup;
        this.marked = marked;
    }

    boolean isEmpty() {
        return terms.isEmpty() && names.isEmpty();
    }

    void add(String term, float weight) throws IOException {
        if (lookup.knows(term)) {
            terms.putIfAbsent(term, weight);
            marked.put(term, true);
        }
    }

    void add(List<String> name, float weight) throws IOException {
        if (name.size() == 1) {
            add(name.getFirst(), weight);
            return;
        }
        var all = new BooleanQuery.Builder();
        for (var term : name) {
            if (!lookup.knows(term)) {
                return;
            }
            all.add(lookup.query(Fields.WORDS, term), Occur.MUST);
        }
        names.add(boosted(all.build(), weight));
        name.forEach(term -> marked.merge(term, weight == 1, Boolean::logicalOr));
    }

    @Nullable
    Query query() throws IOException {
        var queries = new ArrayList<>(names);
        if (terms.size() == 1) {
            var term = terms.entrySet().iterator().next();
            queries.addFirst(boosted(lookup.query(Fields.WORDS, term.getKey()), term.getValue()));
        } else if (!terms.isEmpty()) {
            var synonyms = new SynonymQuery.Builder(Fields.WORDS);
            terms.forEach((term, weight) -> synonyms.addTerm(new Term(Fields.WORDS, term), weight));
            queries.addFirst(synonyms.build());
        }
        return switch (queries.size()) {
            case 0 -> null;
            case 1 -> queries.getFirst();
            default -> new DisjunctionMaxQuery(queries, 0);
        };
    }

    private static Query boosted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }
}
