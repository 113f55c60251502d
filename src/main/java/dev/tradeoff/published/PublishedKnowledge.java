package dev.tradeoff.published;

import dev.tradeoff.authoring.BundledContent;
import dev.tradeoff.authoring.ContentFolder;
import dev.tradeoff.authoring.Revisions;
import dev.tradeoff.database.Announcements;
import dev.tradeoff.database.StartupFailure;
import dev.tradeoff.search.KnowledgeIndex;
import dev.tradeoff.shared.memory.MappedBytes;
import dev.tradeoff.shared.memory.ScratchFolder;
import dev.tradeoff.technology.Technologies;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The latest published knowledge, in memory. It is a {@code @Singleton} and no client proxy: the snapshot is a field that
 * every read must find as it is.
 */
@Singleton
final class PublishedKnowledge {

    private static final Logger LOG = Logger.getLogger(PublishedKnowledge.class);
    private static final String TECHNOLOGIES = "technologies";

    /** Fewer changes do not scatter the index enough to gather it. */
    private static final int MANY = 100;

    /** Nor do fewer than this part of everything: gathering takes as long as there is much. */
    private static final double MUCH = 0.2;

    private final BundledContent bundled;
    private final ContentFolder folder;
    private final Revisions revisions;
    private final Technologies technologies;
    private final ScratchFolder scratch;
    private final MappedBytes bytes;
    private final KnowledgeIndex index;
    private final IndexEntries entries;
    private final Loading loading;
    private final PublicationListener listener;
    private final Event<KnowledgeChanged> changes;
    private volatile Snapshot current;
    private int scattered;
    private boolean gathering;
    private boolean closed;

    PublishedKnowledge(
            BundledContent bundled,
            ContentFolder folder,
            Revisions revisions,
            Technologies technologies,
            Records records,
            Renderings renderings,
            ReadersJson json,
            PublicationListener listener,
            Event<KnowledgeChanged> changes,
            @ConfigProperty(name = "tradeoff.published.folder") Path parent) {
        this.bundled = bundled;
        this.folder = folder;
        this.revisions = revisions;
        this.technologies = technologies;
        this.scratch = scratch(parent);
        this.bytes = new MappedBytes(scratch.path());
        this.index = new KnowledgeIndex(scratch.path().resolve("index"));
        this.entries = new IndexEntries(json);
        this.loading = new Loading(bytes, index, entries, records, renderings);
        this.listener = listener;
        this.changes = changes;
        this.current = new Snapshot(-1, -1, Map.of(), new TechnologyTree(List.of()), index.state());
    }

    private static ScratchFolder scratch(Path parent) {
        try {
            return ScratchFolder.in(parent);
        } catch (UncheckedIOException e) {
            throw new StartupFailure(
                    "published knowledge needs a folder that can be written to, and %s is none: name another with tradeoff.published.folder"
                            .formatted(parent),
                    e);
        }
    }

    /** Ready means that knowledge is loaded: the HTTP server opens after this. */
    void start(@Observes StartupEvent event) {
        try {
            bundled.load();
        } catch (IOException e) {
            throw new StartupFailure(String.valueOf(e.getMessage()), e);
        }
        folder.start();
        refresh();
        LOG.infof("Serving %d comparisons", current.comparisons().size());
        listener.start(this::refresh);
    }

    void stop(@Observes ShutdownEvent event) {
        folder.stop();
        listener.stop();
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        loading.close();
        current.index().retire();
        index.close();
        scratch.close();
    }

    /** When the publisher is answered, its publication can be read here. */
    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announcements.Change change) {
        // The committed transaction still clings to this thread, so that another has to read what it wrote.
        try {
            CompletableFuture.runAsync(this::refresh, Infrastructure.getDefaultExecutor())
                    .join();
        } catch (CompletionException e) {
            LOG.warn("A publication could not be loaded at once; the listener will bring it", e.getCause());
        }
    }

    Snapshot current() {
        return current;
    }

    /** Reads in one state of the index, which is not closed while it is read. */
    <T> T read(Function<Snapshot, T> reader) {
        while (true) {
            var snapshot = current;
            if (snapshot.index().enter()) { // else a newer snapshot has just taken its place
                try {
                    return reader.apply(snapshot);
                } finally {
                    snapshot.index().leave();
                }
            }
        }
    }

    /** Loads what was published since the current snapshot. */
    synchronized void refresh() {
        var before = current;
        try (var batch = loading.new Batch()) {
            revisions.tellChangedSince(before.publications(), batch::add);
            long technologyChange = technologies.lastChange();
            boolean otherTechnologies = technologyChange != before.technologyChange();
            if (batch.isEmpty() && !otherTechnologies) {
                return;
            }
            var tree =
                    otherTechnologies ? readTechnologies() : before.technologies(); // while the batch is being loaded
            var changed = batch.take();
            current = new Snapshot(
                    batch.isEmpty() ? before.publications() : batch.change(),
                    technologyChange,
                    before.with(changed),
                    tree,
                    index.state());
            before.index().retire();
            changed.forEach(
                    latest -> before.find(latest.slug()).map(Latest::whole).ifPresent(bytes::giveUp));
            scattered += changed.size();
            gatherIfScattered();
        }
        changes.fire(new KnowledgeChanged());
    }

    private synchronized void gatherIfScattered() {
        if (!gathering
                && scattered >= Math.max(MANY, MUCH * current.comparisons().size())) {
            gathering = true;
            scattered = 0;
            Infrastructure.getDefaultExecutor().execute(this::gather);
        }
    }

    /** Beside readers and publications, as it may take seconds. */
    private void gather() {
        boolean done = false;
        try {
            done = index.gather();
        } finally {
            gathered(done);
        }
    }

    private synchronized void gathered(boolean done) {
        gathering = false;
        if (done && !closed) {
            var before = current;
            current = before.with(index.state());
            before.index().retire();
            gatherIfScattered();
        }
    }

    private TechnologyTree readTechnologies() {
        var all = technologies.allKnown();
        index.replace(
                "/" + TECHNOLOGIES,
                all.stream().map(known -> entries.of(known.technology())).toList());
        return new TechnologyTree(all);
    }
}
