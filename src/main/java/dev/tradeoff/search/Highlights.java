package dev.tradeoff.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
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

    /** @param docs of the index, each of which is asked for once */
    static Highlights of(IndexReader reader, int[] docs, Collection<String> terms) throws IOException {
        var highlights = new Highlights();
        var sorted = docs.clone();
        java.util.Arrays.sort(sorted);
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

    private void read(LeafReaderContext leaf, int[] docs, int from, int to, Collection<String> terms)
            throws IOException {
        for (var field : List.of(Fields.TITLE, Fields.BODY)) {
            var known = leaf.reader().terms(field);
            if (known != null) {
                var iterator = known.iterator();
                int word = 0;
                for (var term : terms) {
                    if (iterator.seekExact(new BytesRef(term))) {
                        read(leaf, docs, from, to, iterator.postings(null, PostingsEnum.OFFSETS), field, word);
                    }
                    word++;
                }
            }
        }
        for (int i = from; i < to; i++) {
            var found = in(docs[i]);
            found.title().sort(Comparator.comparingInt(Place::start));
            found.body().sort(Comparator.comparingInt(Place::start));
        }
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
