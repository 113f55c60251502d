package dev.tradeoff.authoring;

import dev.tradeoff.database.StartupFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a team keeps its knowledge: loaded at start, and again whenever a file changes. The file system says
 * when; as not every one does, the folder is also looked through every so often.
 */
@Singleton
public class ContentFolder {

    private static final Logger LOG = Logger.getLogger(ContentFolder.class);

    /** Who writes without end is not waited for. */
    private static final int LOOKS_AT_START = 5;

    private final @Nullable Path folder;
    private final Duration settle;
    private final Duration rescan;
    private final FolderLoading loading;
    private volatile @Nullable WatchService changes;

    ContentFolder(
            LoadedContent loaded,
            Clock clock,
            @ConfigProperty(name = "tradeoff.content.folder") Optional<Path> folder,
            @ConfigProperty(name = "tradeoff.content.settle") Duration settle,
            @ConfigProperty(name = "tradeoff.content.rescan") Duration rescan,
            @ConfigProperty(name = "tradeoff.import.max-size") io.quarkus.runtime.configuration.MemorySize largest) {
        this.folder = folder.map(Path::toAbsolutePath).orElse(null);
        this.settle = settle;
        this.rescan = rescan;
        this.loading = new FolderLoading(loaded, clock, settle, largest.asLongValue());
    }

    /**
     * Loads what is there, and goes on to load what changes.
     *
     * @throws StartupFailure if a folder is configured and there is none
     */
    public void start() {
        if (folder == null) {
            return;
        }
        WatchService service;
        try {
            service = FileSystems.getDefault().newWatchService();
            for (int look = 1; look <= LOOKS_AT_START && look(service, folder); look++) {
                Thread.sleep(settle);
            }
        } catch (IOException e) {
            throw new StartupFailure(
                    "tradeoff.content.folder names " + folder + ", and " + e.getMessage()
                            + ". Make it, or leave the setting out.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("Interrupted while the content folder was loaded", e);
        }
        changes = service;
        Thread.ofPlatform().name("content-folder").daemon().start(() -> watch(service, folder));
    }

    public void stop() {
        var service = changes;
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.debug("The folder was watched no longer", e);
            }
        }
    }

    /** Whether there is one. */
    boolean isWatched() {
        return folder != null;
    }

    int files() {
        return loading.files();
    }

    int loaded() {
        return loading.loaded();
    }

    List<ContentFault> faults() {
        return loading.faults();
    }

    List<String> leftAlone() {
        return loading.leftAlone();
    }

    private void watch(WatchService service, Path root) {
        boolean unsettled = false;
        while (true) {
            try {
                awaitChange(service, unsettled);
                unsettled = look(service, root);
            } catch (ClosedWatchServiceException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                loading.unreadable(e); // what was loaded stays
                unsettled = false;
            } catch (RuntimeException e) { // whatever it was, this thread must go on
                LOG.warn("The content folder could not be loaded; it is tried again", e);
                unsettled = false;
            }
        }
    }

    /** Until something has changed and nothing more does for a moment; or until it is time to look again. */
    private void awaitChange(WatchService service, boolean unsettled) throws InterruptedException {
        var wait = unsettled ? settle : rescan;
        var key = service.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            TimeUnit.MILLISECONDS.sleep(settle.toMillis());
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = service.poll();
            }
        }
    }

    private boolean look(WatchService service, Path root) throws IOException {
        var state = FolderState.of(root);
        for (var one : state.folders()) {
            one.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        }
        return loading.load(state);
    }
}
