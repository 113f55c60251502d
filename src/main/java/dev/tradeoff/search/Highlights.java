package dev.tradeoff.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** Where in titles and texts the words stand that were looked for, as the index has noted it. */
final class Highlights {

    /** UTF-16 code units between two words that stand side by side. */
    private static final int GAP = 1;

    private final Map<Integer, Places> places = new HashMap<>();

    /** Places in one entry, in the order of the text. */
    record Places(List<Place> title, List<Place> body) {

        Places() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * A place of a word.
     *
     * @param start offset of its first UTF-16 code unit
     * @param end offset behind its last one
     * @param word which of the words it is
     */
    record Place(int start, int end, int word) {}

    /**
     * @param docs of the index, each of which is asked for once
     * @param terms what is shown, and whether it is so alone; else only beside another
     */
    static Highlights of(IndexReader reader, int[] docs, Map<String, Boolean> terms) throws IOException {
        var highlights = new Highlights();
        var sorted = docs.clone();
        Arrays.sort(sorted);
        var leaves = reader.leaves();
        for (int from = 0; from < sorted.length; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(sorted[from], leaves));
            int to = from;
            while (to < sorted.length
                    && sorted[to] < leaf.docBase + leaf.reader().maxDoc()) {
                highlights.places.put(sorted[to++], new Places());
            }
            highlights.read(leaf, sorted, from, to, terms);
            from = to;
        }
        return highlights;
    }

    Places in(int doc) {
        return places.getOrDefault(doc, new Places());
    }

    private void read(LeafReaderContext leaf, int[] docs, int from, int to, Map<String, Boolean> terms)
            throws IOException {
        for (var field : List.of(Fields.TITLE, Fields.BODY)) {
            var known = leaf.reader().terms(field);
            if (known != null) {
                var iterator = known.iterator();
                int word = 0;
                for (var term : terms.keySet()) {
                    if (iterator.seekExact(new BytesRef(term))) {
                        read(leaf, docs, from, to, iterator.postings(null, PostingsEnum.OFFSETS), field, word);
                    }
                    word++;
                }
            }
        }
        var alone = List.copyOf(terms.values());
        for (int i = from; i < to; i++) {
            places.computeIfPresent(
                    docs[i], (doc, found) -> new Places(shown(found.title(), alone), shown(found.body(), alone)));
        }
    }

    private static List<Place> shown(List<Place> places, List<Boolean> alone) {
        places.sort(Comparator.comparingInt(Place::start));
        var shown = new ArrayList<Place>(places.size());
        for (int i = 0; i < places.size(); i++) {
            if (alone.get(places.get(i).word())
                    || i > 0 && touch(places.get(i - 1), places.get(i))
                    || i < places.size() - 1 && touch(places.get(i), places.get(i + 1))) {
                shown.add(places.get(i));
            }
        }
        return shown;
    }

    private static boolean touch(Place before, Place place) {
        return place.start() - before.end() <= GAP;
    }

    private void read(
            LeafReaderContext leaf, int[] docs, int from, int to, PostingsEnum postings, String field, int word)
            throws IOException {
        for (int i = from; i < to; i++) {
            int doc = docs[i] - leaf.docBase;
            if (postings.docID() < doc) {
                postings.advance(doc);
            }
            if (postings.docID() == doc) {
                var found = in(docs[i]);
                var list = field.equals(Fields.TITLE) ? found.title() : found.body();
                for (int n = postings.freq(); n > 0; n--) {
                    postings.nextPosition();
                    list.add(new Place(postings.startOffset(), postings.endOffset(), word));
                }
            }
        }
    }
}
