package dev.tradeoff.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.ChangeLog;
import dev.tradeoff.shared.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The streams that are open: few enough, each with a reader who reads, and none when the service stops. */
@Singleton
final class ChangeStreams implements MeterBinder {

    private static final long RETRY_AFTER_SECONDS = 10;

    private final ChangeLog log;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final StreamSettings settings;
    private final Semaphore free;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    ChangeStreams(ChangeLog log, ObjectMapper json, Vertx vertx, StreamSettings settings) {
        this.log = log;
        this.json = json;
        this.vertx = vertx;
        this.settings = settings;
        this.free = new Semaphore(settings.most());
    }

    void start(@Observes StartupEvent event) {
        log.follow(() -> open.forEach(OpenStream::wake));
        vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> open.forEach(OpenStream::beat));
    }

    /** Before the service waits for requests to end: these would not. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    private void endAll() {
        stopping = true;
        open.forEach(OpenStream::end);
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("tradeoff.changes.streams", open, Set::size)
                .description("Streams of changes that are open")
                .register(metrics);
    }

    /**
     * Keeps a place for a stream until its request ends.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is none
     */
    void reserve(RoutingContext request) {
        if (stopping || !free.tryAcquire()) {
            throw new Problem.Busy(
                            stopping
                                    ? "The service is being stopped; connect again."
                                    : "So many streams are open that there is no place for another. Ask again later, or ask GET /api/v1/changes now and then.",
                            RETRY_AFTER_SECONDS)
                    .refused();
        }
        request.addEndHandler(end -> free.release());
    }

    /** Begins to send; call on the event loop of the request. */
    void open(ChangeStream wanted) {
        var stream = new OpenStream(wanted, Objects.requireNonNull(Vertx.currentContext()), log, json);
        open.add(stream);
        wanted.request().addEndHandler(end -> close(stream)); // where the connection is lost, too
        stream.begin();
        if (stopping) { // and may have missed this one
            stream.end();
        }
    }

    private void close(OpenStream stream) {
        stream.gone();
        open.remove(stream);
    }
}
