package dev.tradeoff.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * How many hits have which values of some fields. Each field is counted among what the other filters leave, so that it
 * shows what else could be chosen; a bounded number of hits is looked at.
 *
 * @param counts by field, the commonest values first
 * @param complete whether all hits were counted
 */
public record Facets(Map<String, List<Count>> counts, boolean complete) {

    /** So many hits are counted. */
    static final int MOST_COUNTED = 10_000;

    private static final int MOST_VALUES = 20;

    /** How many hits have a value. */
    public record Count(String value, int hits) {}

    /**
     * @param query without the filters on the counted fields
     * @param fields what is counted, and the values that are wanted; none: all are
     */
    static Facets of(IndexSearcher searcher, Query query, Map<String, Set<String>> fields) throws IOException {
        var counting = new Counting(fields);
        searcher.search(query, counting);
        var counts = new LinkedHashMap<String, List<Count>>();
        counting.totals.forEach((field, totals) -> counts.put(field, commonest(totals)));
        return new Facets(counts, counting.seen <= MOST_COUNTED);
    }

    private static List<Count> commonest(Map<String, Integer> totals) {
        return totals.entrySet().stream()
                .map(value -> new Count(value.getKey(), value.getValue()))
                .sorted(Comparator.comparingInt(Count::hits).reversed().thenComparing(Count::value))
                .limit(MOST_VALUES)
                .toList();
    }

    private static final class Counting extends SimpleCollector {

        private final Map<String, Set<String>> wanted;
        private final Map<String, Map<String, Integer>> totals = new LinkedHashMap<>();
        private final List<Column> columns = new ArrayList<>();
        private int seen;

        Counting(Map<String, Set<String>> wanted) {
            this.wanted = wanted;
            wanted.keySet().forEach(field -> totals.put(field, new HashMap<>()));
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            if (seen >= MOST_COUNTED) {
                throw new CollectionTerminatedException();
            }
            columns.clear();
            for (var field : wanted.entrySet()) {
                columns.add(new Column(
                        DocValues.getSortedSet(leaf.reader(), Fields.COUNTED + field.getKey()),
                        field.getKey(),
                        field.getValue()));
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            if (seen++ >= MOST_COUNTED) {
                throw new CollectionTerminatedException();
            }
            Column refusing = null;
            for (var column : columns) {
                if (!column.accepts(doc)) {
                    if (refusing != null) {
                        return;
                    }
                    refusing = column;
                }
            }
            for (var column : columns) {
                if (refusing == null || refusing == column) {
                    column.count();
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (var column : columns) {
                column.addTo(Objects.requireNonNull(totals.get(column.field)));
            }
        }
    }

    /** One field, in one part of the index. */
    private static final class Column {

        private final SortedSetDocValues values;
        private final String field;
        private final boolean anything;
        private final boolean[] wanted;
        private final int[] counts;
        private int[] found = new int[8];
        private int length;

        Column(SortedSetDocValues values, String field, Set<String> wanted) throws IOException {
            this.values = values;
            this.field = field;
            this.counts = new int[Math.toIntExact(values.getValueCount())];
            this.anything = wanted.isEmpty();
            this.wanted = new boolean[anything ? 0 : counts.length];
            for (var value : wanted) {
                long ordinal = values.lookupTerm(new BytesRef(value));
                if (ordinal >= 0) {
                    this.wanted[(int) ordinal] = true;
                }
            }
        }

        /** Reads the values of an entry, too. */
        boolean accepts(int doc) throws IOException {
            length = values.advanceExact(doc) ? values.docValueCount() : 0;
            found = ArrayUtil.grow(found, length);
            boolean accepted = anything;
            for (int i = 0; i < length; i++) {
                found[i] = (int) values.nextOrd();
                accepted |= !anything && wanted[found[i]];
            }
            return accepted;
        }

        void count() {
            for (int i = 0; i < length; i++) {
                counts[found[i]]++;
            }
        }

        void addTo(Map<String, Integer> totals) throws IOException {
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                if (counts[ordinal] > 0) {
                    totals.merge(values.lookupOrd(ordinal).utf8ToString(), counts[ordinal], Integer::sum);
                }
            }
        }
    }
}
