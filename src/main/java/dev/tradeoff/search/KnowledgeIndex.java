package dev.tradeoff.search;

import dev.tradeoff.shared.web.Cursor;
import dev.tradeoff.shared.web.PageInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index of published knowledge, mapped into memory: an entry for each member that is listed across comparisons. An entry
 * carries its rendered JSON, so that a page is cut from one state of the index alone. It is sorted by key, so that a page
 * costs the same however deep it is.
 */
public final class KnowledgeIndex implements AutoCloseable {

    /** The field by which a kind of thing is asked for. */
    public static final String KIND = "kind";

    private static final Sort BY_KEY = new Sort(new SortField(Fields.KEY, SortField.Type.STRING));

    /** What a publication adds is small, and stays in the heap until it is merged with other such parts. */
    private static final double LARGEST_IN_HEAP_MB = 4;

    private static final double HEAP_MB = 16;

    /** Each question looks into all parts of the index, of which it has the fewer, the more often they are merged. */
    private static final int FEW_PARTS = 4;

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
                    new IndexWriterConfig()
                            .setIndexSort(BY_KEY)
                            .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(FEW_PARTS)));
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
     * One thing that is listed, or found.
     *
     * @param kind what kind of thing it is
     * @param key unique among the entries of its kind; lists are sorted by it
     * @param slug its own words in addresses, by which it is called, too
     * @param title plain text
     * @param manner what its title does
     * @param aliases names that mean the same as its title wherever they stand
     * @param body plain text
     * @param context names of what it is tied to: found by them, but ranked below what says them itself
     * @param tags what it can be filtered by
     * @param json the item as lists show it
     */
    public record Entry(
            String kind,
            String key,
            String slug,
            String title,
            Manner manner,
            List<String> aliases,
            String body,
            String context,
            List<Tag> tags,
            byte[] json) {}

    /** What a title does: a name stands for the thing itself, a statement is a text like others. */
    public enum Manner {
        NAMES,
        ASKS,
        STATES
    }

    /**
     * An exact value of a field.
     *
     * @param counted whether hits are counted by it
     */
    public record Tag(String field, String value, boolean counted) {

        public Tag(String field, String value) {
            this(field, value, false);
        }
    }

    /** Adds the entries of an owner who had none. They are seen in the next {@link #state}; for many threads. */
    public void add(String owner, Collection<Entry> entries) {
        try {
            for (var entry : entries) { // one by one: those of a block would not be sorted
                writer.addDocument(Fields.document(owner, entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts these entries in place of all that the owner had. */
    public void replace(String owner, Collection<Entry> entries) {
        try {
            writer.deleteDocuments(new Term(Fields.OWNER, owner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(owner, entries);
    }

    /**
     * Makes one part of what many additions have left in several, so that questions look into one: three times quicker, for
     * a few seconds of work where there are a hundred thousand entries. It is seen in the next {@link #state}.
     *
     * @return whether that is done; not, if the index was closed meanwhile
     */
    public boolean gather() {
        try {
            writer.forceMerge(1);
            return true;
        } catch (AlreadyClosedException e) {
            return false;
        } catch (IOException e) {
            if (!writer.isOpen()) { // a merge that was broken off
                return false;
            }
            throw new UncheckedIOException(e);
        }
    }

    /** The index as it is now. */
    public State state() {
        try {
            return new State(DirectoryReader.open(writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One state of the index. It is retired when a newer one has taken its place and its last reader has left. */
    public static final class State {

        private final DirectoryReader reader;
        private final Search search;

        private State(DirectoryReader reader) {
            this.reader = reader;
            this.search = new Search(reader);
        }

        /** In how many parts it is, each of which every question looks into. */
        public int parts() {
            return reader.leaves().size();
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
         * The {@code limit} entries after a place: by relevance and then by key where words are looked for, else by key alone.
         *
         * @throws AlreadyClosedException if it was not entered and is retired
         */
        public Hits search(Wanted wanted, @Nullable Cursor after, int limit) {
            try {
                return search.list(wanted, after, limit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The same where that takes a fraction of a millisecond; nothing where it may take more. For event loops.
         *
         * @throws AlreadyClosedException if it was not entered and is retired
         */
        public Optional<Hits> searchQuickly(Wanted wanted, @Nullable Cursor after, int limit) {
            try {
                return search.listQuickly(wanted, after, limit);
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
                return search.keys(new Wanted(filters, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The {@code limit} best entries of any kind after a place, as whoever searches sees them.
         *
         * @param counted the fields by which hits are counted, with the values that are wanted (none: all are)
         * @throws AlreadyClosedException if it was not entered and is retired
         */
        public Found find(Wanted wanted, Map<String, Set<String>> counted, @Nullable Cursor after, int limit) {
            try {
                return search.find(wanted, counted, after, limit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A page of entries.
     *
     * @param last the place of the last item, if more follow
     * @param total how many there are in all, exact up to {@link PageInfo#EXACT_TOTAL}
     */
    public record Hits(List<byte[]> items, @Nullable Cursor last, long total) {}

    /**
     * A page of hits.
     *
     * @param last the place of the last one, if more follow
     * @param total how many there are in all, exact up to {@link PageInfo#EXACT_TOTAL}
     */
    public record Found(
            List<Hit> hits, @Nullable Cursor last, long total, Facets facets, List<Suggestion> suggestions) {}

    /**
     * An entry that was found.
     *
     * @param text the part of its text that says most of what was looked for
     * @param score higher is better; it compares hits of one question
     */
    public record Hit(String kind, String key, String title, String text, List<Highlight> highlights, float score) {}

    /**
     * A place that says what was looked for.
     *
     * @param inTitle whether it is in the title and not in the text
     * @param start offset of its first UTF-16 code unit
     * @param end offset behind its last one
     */
    public record Highlight(boolean inTitle, int start, int end) {}

    /** Another question. */
    public record Suggestion(Reason reason, String question) {

        /** Why it is suggested. */
        public enum Reason {
            /** It was probably meant, and was looked for. */
            CORRECTION,
            /** The last word may become that. */
            COMPLETION,
            /** Nothing was found, and it asks for less. */
            BROADER
        }
    }
}
