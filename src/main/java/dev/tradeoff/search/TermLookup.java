package dev.tradeoff.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermQuery;

/**
 * Where terms stand in one state of the index. People use the same words again and again, so that what was looked up is
 * remembered, words that the index does not have included. Lucene's own look-up opens each part anew for each term, and
 * asks the system each time whether the page is in memory, which took a third of a question.
 */
final class TermLookup {

    /** Some megabytes, if each of them is asked for. */
    private static final int MOST = 10_000;

    private final IndexReader reader;
    private final Cache<Term, TermStates> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    TermLookup(IndexReader reader) {
        this.reader = reader;
    }

    /** For one question: what is opened to look terms up serves them all. For one thread. */
    final class Asked {

        private final Map<String, TermsEnum[]> opened = new HashMap<>();
        private long entries;

        /** In how many entries all that was asked stands, counted for each time that it was asked. */
        long entries() {
            return entries;
        }

        /** Where it stands; in no entry, if the index does not have it. */
        TermStates of(String field, String text) throws IOException {
            return of(new Term(field, text));
        }

        /** Whether the word stands anywhere. */
        boolean knows(String word) throws IOException {
            return of(Fields.WORDS, word).docFreq() > 0;
        }

        /** What finds the entries that have it. */
        TermQuery query(String field, String text) throws IOException {
            var term = new Term(field, text);
            return new TermQuery(term, of(term));
        }

        private TermStates of(Term term) throws IOException {
            var states = known.getIfPresent(term);
            if (states == null) {
                states = find(term);
                known.put(term, states);
            }
            entries += states.docFreq();
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
}
