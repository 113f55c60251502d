package dev.tradeoff.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A question, as the index understands it.
 *
 * @param units one for each word, or each name of several words, that the index has
 * @param bonuses what ranks an entry higher that is found anyway
 * @param phrases all of which must be there
 * @param excluded none of which may be there
 * @param corrected what was taken for something else, and for what
 * @param marked the terms that are worth being shown in what is found
 */
record Interpretation(
        Question question,
        List<Query> units,
        List<Query> bonuses,
        List<Query> phrases,
        List<Query> excluded,
        Map<Word, String> corrected,
        Set<String> marked) {

    private static final int ALL_UP_TO = 2;

    /** Both of two words, more than half of several. */
    Query mostWords() {
        int count = units.size();
        return query(count <= ALL_UP_TO ? count : count / 2 + 1);
    }

    /** Where that finds nothing: any of them. */
    Query anyWord() {
        return query(1);
    }

    boolean hasSeveralWords() {
        return units.size() > 1;
    }

    private Query query(int required) {
        if (units.isEmpty() && phrases.isEmpty() && !question.onlyExcludes()) {
            return new MatchNoDocsQuery("nothing that the index has");
        }
        var query = new BooleanQuery.Builder();
        if (question.onlyExcludes()) {
            query.add(new MatchAllDocsQuery(), Occur.MUST);
        } else if (!units.isEmpty()) {
            query.add(words(required), Occur.MUST);
        }
        phrases.forEach(phrase -> query.add(phrase, Occur.MUST));
        bonuses.forEach(bonus -> query.add(bonus, Occur.SHOULD));
        excluded.forEach(absent -> query.add(absent, Occur.MUST_NOT));
        return query.build();
    }

    private Query words(int required) {
        if (units.size() == 1) {
            return units.getFirst();
        }
        var words = new BooleanQuery.Builder();
        units.forEach(unit -> words.add(unit, Occur.SHOULD));
        return words.setMinimumNumberShouldMatch(required).build();
    }
}
