package dev.tradeoff.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** What is wanted, as the index understands it. */
final class Queries {

    /** What a word counts in each field. */
    private static final Map<String, Float> WEIGHTS =
            Map.of(KnowledgeIndex.TITLE, 3f, KnowledgeIndex.BODY, 1f, KnowledgeIndex.CONTEXT, 0.5f);

    private static final float OTHER_FIELD = 0.1f;
    private static final int ALL_WORDS_UP_TO = 2;

    private static final Analyzer TEXT = new EnglishText();

    private Queries() {}

    static Query of(Wanted wanted) {
        var query = new BooleanQuery.Builder();
        wanted.filters().forEach((field, values) -> query.add(anyOf(field, values), Occur.FILTER));
        var words = wanted.words();
        if (words != null) {
            query.add(about(words), Occur.MUST);
        }
        return query.build();
    }

    private static Query anyOf(String field, Set<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(field, values.iterator().next()))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** Ranked by the words found, a title's more than a body's: both of two words, most of more. */
    private static Query about(String question) {
        var fields = WEIGHTS.entrySet().stream()
                .map(field -> clauses(new QueryBuilder(TEXT).createBooleanQuery(field.getKey(), question)).stream()
                        .map(word -> (Query) new BoostQuery(word, field.getValue()))
                        .toList())
                .toList();
        int count = fields.getFirst().size();
        if (count == 0) {
            return new MatchNoDocsQuery("only words that stand everywhere");
        }
        var query = new BooleanQuery.Builder();
        for (int i = 0; i < count; i++) {
            int word = i;
            var anyField = fields.stream().map(field -> field.get(word)).toList();
            query.add(new DisjunctionMaxQuery(anyField, OTHER_FIELD), Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(count <= ALL_WORDS_UP_TO ? count : (count * 2 + 2) / 3);
        return query.build();
    }

    private static List<Query> clauses(@Nullable Query query) {
        return switch (query) {
            case null -> List.of();
            case BooleanQuery all ->
                all.clauses().stream().map(clause -> clause.query()).toList();
            default -> List.of(query);
        };
    }
}
