package dev.tradeoff.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * What entries have in a column of the index. A column is opened once for all of them in each part, as that costs more than
 * to read a value, and is read forwards.
 */
final class Columns {

    private static final BytesRef NOTHING = new BytesRef();

    private final List<LeafReaderContext> parts;

    Columns(IndexReader reader) {
        this.parts = reader.leaves();
    }

    /** The values of hits in their order; empty where an entry has none. */
    byte[][] binary(List<ScoreDoc> hits, String field) throws IOException {
        return read(hits, part -> {
            var values = DocValues.getBinary(part, field);
            return document -> values.advanceExact(document) ? values.binaryValue() : NOTHING;
        });
    }

    /** The values of hits in their order, of a column that is sorted by. */
    byte[][] sorted(List<ScoreDoc> hits, String field) throws IOException {
        return read(hits, part -> {
            var values = DocValues.getSorted(part, field);
            return document -> values.advanceExact(document) ? values.lookupOrd(values.ordValue()) : NOTHING;
        });
    }

    /** Which part of the index an entry is in. */
    int part(ScoreDoc hit) {
        return ReaderUtil.subIndex(hit.doc, parts);
    }

    private interface Column {

        /** @param document its number in the part, above that of the last one */
        BytesRef value(int document) throws IOException;
    }

    private interface Opening {
        Column open(LeafReader part) throws IOException;
    }

    private byte[][] read(List<ScoreDoc> hits, Opening opening) throws IOException {
        var values = new byte[hits.size()][];
        int part = -1;
        Column column = document -> NOTHING;
        for (long next : forwards(hits)) {
            int place = (int) next;
            var hit = hits.get(place);
            if (part != part(hit)) {
                part = part(hit);
                column = opening.open(parts.get(part).reader());
            }
            var value = column.value(hit.doc - parts.get(part).docBase);
            values[place] = Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length);
        }
        return values;
    }

    /** Entry and place of each hit, in the order of the index. */
    private static long[] forwards(List<ScoreDoc> hits) {
        var order = new long[hits.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) hits.get(i).doc << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return order;
    }
}
