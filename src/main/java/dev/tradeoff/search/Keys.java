package dev.tradeoff.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Gathers the keys of all that matches. */
final class Keys extends SimpleCollector {

    private final List<String> found = new ArrayList<>();
    private SortedDocValues keys = DocValues.emptySorted();

    static CollectorManager<Collector, List<String>> manager() {
        return new CollectorManager<>() {

            @Override
            public Collector newCollector() {
                return new Keys();
            }

            @Override
            public List<String> reduce(Collection<Collector> collectors) {
                return collectors.stream()
                        .flatMap(each -> ((Keys) each).found.stream())
                        .toList();
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        keys = DocValues.getSorted(context.reader(), Fields.KEY);
    }

    @Override
    public void collect(int document) throws IOException {
        if (keys.advanceExact(document)) {
            found.add(keys.lookupOrd(keys.ordValue()).utf8ToString());
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
