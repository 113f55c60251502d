package dev.tradeoff.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;

/**
 * Looks terms up for one question, each once; what is opened to do so serves them all. Lucene's own look-up opens it anew
 * for each term, and asks the system each time whether the page is in memory, which took a third of a question.
 */
final class TermLookup {

    private final IndexReader reader;
    private final Map<String, TermsEnum[]> opened = new HashMap<>();
    private final Map<Term, TermStates> known = new HashMap<>();

    TermLookup(IndexReader reader) {
        this.reader = reader;
    }

    /** Where it stands; in no document, if the index does not have it. */
    TermStates of(String field, String text) throws IOException {
        var term = new Term(field, text);
        var states = known.get(term);
        if (states == null) {
            states = find(term);
            known.put(term, states);
        }
        return states;
    }

    private TermStates find(Term term) throws IOException {
        var states = new TermStates(reader.getContext());
        var fields = opened(term.field());
        for (int leaf = 0; leaf < fields.length; leaf++) {
            var terms = fields[leaf];
            if (terms.seekExact(term.bytes())) {
                states.register(terms.termState(), leaf, terms.docFreq(), terms.totalTermFreq());
            }
        }
        return states;
    }

    private TermsEnum[] opened(String field) throws IOException {
        var fields = opened.get(field);
        if (fields == null) {
            var leaves = reader.leaves();
            fields = new TermsEnum[leaves.size()];
            for (int leaf = 0; leaf < fields.length; leaf++) {
                var terms = leaves.get(leaf).reader().terms(field);
                fields[leaf] = terms == null ? TermsEnum.EMPTY : terms.iterator();
            }
            opened.put(field, fields);
        }
        return fields;
    }
}
