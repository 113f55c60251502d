package dev.tradeoff.search;

import dev.tradeoff.search.KnowledgeIndex.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A question, as the index understands it.
 *
 * @param units one for each word, or each name of several words, that the index has
 * @param bonuses what ranks an entry higher that is found anyway
 * @param phrases all of which must be there
 * @param excluded none of which may be there
 * @param corrected what was taken for something else, and for what
 * @param marked the terms that are worth being shown in what is found, and whether they are so alone: those of other names
 *     are only side by side
 */
record Interpretation(
        Question question,
        List<Query> units,
        List<Query> bonuses,
        List<Query> phrases,
        List<Query> excluded,
        Map<Word, String> corrected,
        Map<String, Boolean> marked) {

    private static final int ALL_UP_TO = 2;
    private static final float THING_ITSELF = 1;
    private static final float ASKED_BEFORE = 2;

    /** Of a sentence half of its words, else both of two, more than half of several; in entries that pass the filters. */
    Query mostWords(List<Query> filters) {
        int count = units.size();
        if (question.isSentence()) {
            return query(Math.max(1, count / 2), filters);
        }
        return query(count <= ALL_UP_TO ? count : count / 2 + 1, filters);
    }

    /** Where that finds nothing: any of them. */
    Query anyWord(List<Query> filters) {
        return query(1, filters);
    }

    /** The same, where the thing itself comes before what is said of it, and for whoever asks, what others asked. */
    Interpretation amongAllKinds() {
        var more = new ArrayList<>(bonuses);
        more.add(manner(Manner.NAMES, THING_ITSELF));
        more.add(manner(Manner.ASKS, question.isSentence() ? ASKED_BEFORE : THING_ITSELF));
        return new Interpretation(question, units, more, phrases, excluded, corrected, marked);
    }

    private static Query manner(Manner manner, float worth) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.MANNER, manner.name()))), worth);
    }

    boolean hasSeveralWords() {
        return units.size() > 1;
    }

    /** In one level as far as that can be: Lucene would bring it there step by step. */
    private Query query(int required, List<Query> filters) {
        if (units.isEmpty() && phrases.isEmpty() && !question.onlyExcludes()) {
            return new MatchNoDocsQuery("nothing that the index has");
        }
        var query = new BooleanQuery.Builder();
        filters.forEach(filter -> query.add(filter, Occur.FILTER));
        if (question.onlyExcludes()) {
            query.add(new MatchAllDocsQuery(), Occur.MUST);
        } else if (required >= units.size()) {
            units.forEach(unit -> query.add(unit, Occur.MUST));
        } else {
            query.add(some(required), Occur.MUST);
        }
        phrases.forEach(phrase -> query.add(phrase, Occur.MUST));
        bonuses.forEach(bonus -> query.add(bonus, Occur.SHOULD));
        excluded.forEach(absent -> query.add(absent, Occur.MUST_NOT));
        return query.build();
    }

    private Query some(int required) {
        var words = new BooleanQuery.Builder();
        units.forEach(unit -> words.add(unit, Occur.SHOULD));
        return words.setMinimumNumberShouldMatch(required).build();
    }
}
