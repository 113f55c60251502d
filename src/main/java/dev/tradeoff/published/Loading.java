package dev.tradeoff.published;

import dev.tradeoff.authoring.Standing;
import dev.tradeoff.search.KnowledgeIndex;
import dev.tradeoff.shared.memory.MappedBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes ready what was published: the bytes that are answered, the entries of the index and the records, from one reading
 * of each document, several documents at once. Few of them wait, so that memory holds few.
 */
final class Loading implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Loading.class);

    private final MappedBytes bytes;
    private final KnowledgeIndex index;
    private final IndexEntries entries;
    private final Records records;
    private final Renderings renderings;
    private final ThreadPoolExecutor threads;

    /** Slugs of those that the index has entries of, or has begun to. */
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();

    Loading(MappedBytes bytes, KnowledgeIndex index, IndexEntries entries, Records records, Renderings renderings) {
        this.bytes = bytes;
        this.index = index;
        this.entries = entries;
        this.records = records;
        this.renderings = renderings;
        int processors = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                processors,
                processors,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(2 * processors),
                Thread.ofPlatform().daemon().name("loading-", 1).factory(),
                new CallerRunsPolicy());
        threads.allowCoreThreadTimeOut(true);
    }

    /** What is being loaded together; closed when nothing of it is under way any more. */
    final class Batch implements AutoCloseable {

        private final List<Future<Latest>> loaded = new ArrayList<>();
        private long change;
        private boolean taken;

        void add(Standing standing) {
            loaded.add(threads.submit(() -> load(standing)));
            change = standing.change();
        }

        boolean isEmpty() {
            return loaded.isEmpty();
        }

        /** The last of the changes that it brings. */
        long change() {
            return change;
        }

        /** All of them, when they are ready. */
        List<Latest> take() {
            var all = loaded.stream().map(Loading::result).toList();
            taken = true;
            return all;
        }

        /** What was loaded in vain is loaded again next time, which must not meet this one. */
        @Override
        public void close() {
            if (!taken) {
                for (var future : loaded) {
                    try {
                        bytes.giveUp(result(future).whole());
                    } catch (IllegalStateException e) {
                        LOG.debug("Nothing to give up", e); // the first such failure is why it was in vain
                    }
                }
            }
        }
    }

    private Latest load(Standing standing) {
        var published = records.of(standing.read().get());
        var whole = renderings.whole(published);
        var found = standing.archived() ? List.<KnowledgeIndex.Entry>of() : entries.of(published);
        if (indexed.add(published.slug())) {
            index.add(published.slug(), found);
        } else {
            index.replace(published.slug(), found);
        }
        records.keep(published, whole.length());
        return new Latest(
                published.revision().publication(),
                standing.archived(),
                bytes.put(whole.packed()),
                whole.length(),
                whole.tag());
    }

    private static Latest result(Future<Latest> loaded) {
        try {
            return loaded.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a published comparison could not be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("loading was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
