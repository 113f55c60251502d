package dev.tradeoff.search;

import dev.tradeoff.shared.web.Cursor;
import dev.tradeoff.shared.web.PageInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The index of published knowledge, mapped into memory: an entry for each member that is listed across comparisons. An entry
 * carries its rendered JSON, so that a page is cut from one state of the index alone. It is sorted by key, so that a page
 * costs the same however deep it is.
 */
public final class KnowledgeIndex implements AutoCloseable {

    static final String KEY = "key";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String CONTEXT = "context";

    private static final String OWNER = "owner";
    private static final String JSON = "json";
    private static final Sort BY_KEY = new Sort(new SortField(KEY, SortField.Type.STRING));
    private static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE, new SortField(KEY, SortField.Type.STRING));

    /** What a publication adds is small, and stays in the heap until it is merged with other such parts. */
    private static final double LARGEST_IN_HEAP_MB = 4;

    private static final double HEAP_MB = 16;

    private final IndexWriter writer;

    /**
     * An empty index.
     *
     * @param folder for what does not stay in the heap; nothing else is in it, and it is of no use afterwards
     */
    public KnowledgeIndex(Path folder) {
        try {
            writer = new IndexWriter(
                    new NRTCachingDirectory(new MMapDirectory(folder), LARGEST_IN_HEAP_MB, HEAP_MB),
                    new IndexWriterConfig(new EnglishText()).setIndexSort(BY_KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing of it is kept. */
    @Override
    public void close() {
        try {
            writer.rollback();
            writer.getDirectory().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One thing that is listed.
     *
     * @param key unique among the entries of its kind; lists are sorted by it
     * @param terms what it can be filtered by
     * @param context names of what it is tied to: found by them, but ranked below what says them itself
     * @param json the item as lists show it
     */
    public record Entry(String key, List<Tag> terms, String title, String body, String context, byte[] json) {}

    /** An exact value of a field. */
    public record Tag(String field, String value) {}

    /** Adds the entries of an owner who had none. They are seen in the next {@link #state}; for many threads. */
    public void add(String owner, Collection<Entry> entries) {
        try {
            for (var entry : entries) { // one by one: those of a block would not be sorted
                writer.addDocument(document(owner, entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts these entries in place of all that the owner had. */
    public void replace(String owner, Collection<Entry> entries) {
        try {
            writer.deleteDocuments(new Term(OWNER, owner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(owner, entries);
    }

    /** The index as it is now. */
    public State state() {
        try {
            return new State(DirectoryReader.open(writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(String owner, Entry entry) {
        var document = new Document();
        document.add(new StringField(OWNER, owner, Field.Store.NO));
        document.add(new StringField(KEY, entry.key(), Field.Store.NO));
        document.add(new SortedDocValuesField(KEY, new BytesRef(entry.key())));
        document.add(new BinaryDocValuesField(JSON, new BytesRef(entry.json())));
        for (var term : entry.terms()) {
            document.add(new StringField(term.field(), term.value(), Field.Store.NO));
        }
        document.add(new TextField(TITLE, entry.title(), Field.Store.NO));
        document.add(new TextField(BODY, entry.body(), Field.Store.NO));
        document.add(new TextField(CONTEXT, entry.context(), Field.Store.NO));
        return document;
    }

    /** One state of the index. It is retired when a newer one has taken its place and its last reader has left. */
    public static final class State {

        private final DirectoryReader reader;
        private final IndexSearcher searcher;

        private State(DirectoryReader reader) {
            this.reader = reader;
            this.searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null); // pages are cheap, and a cache would outlive the readers it was made for
        }

        /** Whether it could be entered; if not, there is a newer one. Who enters leaves. */
        public boolean enter() {
            return reader.tryIncRef();
        }

        public void leave() {
            try {
                reader.decRef();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** No newcomers; closed when those inside have left. */
        public void retire() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The {@code limit} hits after a place: by relevance and then by key where words are looked for, else by key alone.
         *
         * @throws AlreadyClosedException if it was not entered and is retired
         */
        public Hits search(Wanted wanted, @Nullable Cursor after, int limit) {
            try {
                boolean ranked = wanted.isRanked();
                var query = Queries.of(wanted);
                var sort = ranked ? BY_SCORE : BY_KEY;
                var from = after != null && ranked ? now(query, after) : after;
                var found = searcher.search(
                        query,
                        new TopFieldCollectorManager(sort, limit + 1, after(from, ranked), PageInfo.EXACT_TOTAL + 1));
                var items = new ArrayList<byte[]>(limit);
                int count = Math.min(limit, found.scoreDocs.length);
                for (int i = 0; i < count; i++) {
                    items.add(json(found.scoreDocs[i]));
                }
                var last = found.scoreDocs.length > limit ? place((FieldDoc) found.scoreDocs[limit - 1], ranked) : null;
                return new Hits(items, last, found.totalHits.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The keys of all entries that have one of the values of each field, in no order.
         *
         * @throws AlreadyClosedException if it was not entered and is retired
         */
        public List<String> keys(Map<String, Set<String>> filters) {
            try {
                return searcher.search(Queries.of(new Wanted(filters, null)), Keys.manager());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * A place in a ranked list, with the score that its item has in this state: what is published in between, and
         * what another replica has merged, moves all scores. An item that is gone leaves its score behind.
         */
        private Cursor now(Query query, Cursor place) throws IOException {
            var item = new BooleanQuery.Builder()
                    .add(query, Occur.MUST)
                    .add(new TermQuery(new Term(KEY, place.key())), Occur.FILTER)
                    .build();
            var found = searcher.search(item, 1).scoreDocs;
            return found.length == 0 ? place : new Cursor(found[0].score, place.key());
        }

        private byte[] json(ScoreDoc hit) throws IOException {
            var leaves = searcher.getIndexReader().leaves();
            var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            var values = DocValues.getBinary(leaf.reader(), JSON);
            values.advanceExact(hit.doc - leaf.docBase);
            return BytesRef.deepCopyOf(values.binaryValue()).bytes;
        }

        private static @Nullable FieldDoc after(@Nullable Cursor place, boolean ranked) {
            if (place == null) {
                return null;
            }
            var key = new BytesRef(place.key());
            Object[] fields = ranked ? new Object[] {place.score(), key} : new Object[] {key};
            return new FieldDoc(Integer.MAX_VALUE, place.score(), fields);
        }

        private static Cursor place(FieldDoc hit, boolean ranked) {
            return ranked
                    ? new Cursor((Float) hit.fields[0], ((BytesRef) hit.fields[1]).utf8ToString())
                    : new Cursor(0, ((BytesRef) hit.fields[0]).utf8ToString());
        }
    }

    /**
     * A page of hits.
     *
     * @param last the place of the last item, if more follow
     * @param total how many there are in all, exact up to {@link PageInfo#EXACT_TOTAL}
     */
    public record Hits(List<byte[]> items, @Nullable Cursor last, long total) {}
}
