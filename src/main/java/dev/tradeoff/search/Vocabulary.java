package dev.tradeoff.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The words that one state of the index has, as they are written: what a typo may have meant, and what a beginning may become.
 * To find the nearest words takes a millisecond, so that it is done once for each.
 */
final class Vocabulary {

    /** Shorter words have too many neighbours. */
    private static final int SHORTEST_WITH_TYPO = 4;

    /** Longer ones are no words, and cost much. */
    private static final int LONGEST_WITH_TYPO = 24;

    /** From here on two letters may be wrong. */
    private static final int LONG = 8;

    private static final int MOST_CORRECTIONS = 3;
    private static final int MOST_COMPLETIONS = 12;

    /** How many words are looked at, of each part of the index, to find the commonest. */
    private static final int MOST_SEEN = 200;

    /** So many misspelt words are remembered with what they may have meant. */
    private static final int MOST_MISSPELT = 2_000;

    private final IndexReader reader;
    private final Cache<String, List<Known>> corrections =
            Caffeine.newBuilder().maximumSize(MOST_MISSPELT).build();

    Vocabulary(IndexReader reader) {
        this.reader = reader;
    }

    /** @param entries in how many entries it stands, about */
    record Known(String spelling, int entries) {}

    /** The nearest words, the commonest first; swapping two letters is one mistake. */
    List<Known> corrections(String spelling) throws IOException {
        var known = corrections.getIfPresent(spelling);
        if (known == null) {
            known = nearest(spelling);
            corrections.put(spelling, known);
        }
        return known;
    }

    private List<Known> nearest(String spelling) throws IOException {
        int letters = spelling.codePointCount(0, spelling.length());
        if (letters < SHORTEST_WITH_TYPO
                || letters > LONGEST_WITH_TYPO
                || !spelling.codePoints().allMatch(Character::isLetter)) {
            return List.of();
        }
        var nearest = within(spelling, 1, 1);
        if (nearest.isEmpty() && letters >= LONG) {
            nearest = within(spelling, 2, 1);
        }
        return nearest.isEmpty() ? within(spelling, 1, 0) : nearest;
    }

    private List<Known> within(String spelling, int edits, int untouched) throws IOException {
        var found = new HashMap<String, Integer>();
        for (var leaf : reader.leaves()) {
            var terms = leaf.reader().terms(Fields.SPELLING);
            if (terms != null) {
                collect(new FuzzyTermsEnum(terms, new Term(Fields.SPELLING, spelling), edits, untouched, true), found);
            }
        }
        return commonest(found, MOST_CORRECTIONS);
    }

    private static void collect(TermsEnum near, Map<String, Integer> found) throws IOException {
        int seen = 0;
        for (var term = near.next(); term != null && seen < MOST_SEEN; term = near.next(), seen++) {
            found.merge(term.utf8ToString(), near.docFreq(), Integer::sum);
        }
    }

    /** The commonest words that begin so, among the first in the alphabet if there are very many. */
    List<Known> completions(String beginning) throws IOException {
        var found = new HashMap<String, Integer>();
        var prefix = new BytesRef(beginning);
        for (var leaf : reader.leaves()) {
            var terms = leaf.reader().terms(Fields.SPELLING);
            if (terms != null) {
                begun(terms.iterator(), prefix, found);
            }
        }
        return commonest(found, MOST_COMPLETIONS);
    }

    private static void begun(TermsEnum terms, BytesRef prefix, Map<String, Integer> found) throws IOException {
        if (terms.seekCeil(prefix) == SeekStatus.END) {
            return;
        }
        int seen = 0;
        for (var term = terms.term();
                term != null && seen < MOST_SEEN && StringHelper.startsWith(term, prefix);
                term = terms.next(), seen++) {
            found.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
        }
    }

    private static List<Known> commonest(Map<String, Integer> found, int most) {
        return found.entrySet().stream()
                .map(word -> new Known(word.getKey(), word.getValue()))
                .sorted(Comparator.comparingInt(Known::entries).reversed().thenComparing(Known::spelling))
                .limit(most)
                .toList();
    }
}
