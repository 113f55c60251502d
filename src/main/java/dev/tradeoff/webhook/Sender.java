package dev.tradeoff.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.feed.ChangeItem;
import dev.tradeoff.feed.StandingItem;
import dev.tradeoff.published.ChangeLog;
import dev.tradeoff.published.KnowledgeChanged;
import dev.tradeoff.shared.json.JsonBytes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due, when something was published and every few seconds besides: to a few webhooks at a time, to each one
 * message after the other.
 */
@Singleton
final class Sender {

    /** To so many webhooks at a time. */
    static final int AT_A_TIME = 4;

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final long IDLE_SECONDS = 1;
    private static final long LAST_NOTE_SECONDS = 2;

    /** Before its turn ends, so long a message may take. */
    private static final Duration RESERVE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Courier courier;
    private final ChangeLog log;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final WebhookSettings settings;
    private final Vertx vertx;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final ThreadPoolExecutor threads;
    private volatile boolean stopped;

    Sender(
            Outbox outbox,
            Courier courier,
            ChangeLog log,
            ObjectMapper json,
            MeterRegistry metrics,
            Clock clock,
            WebhookSettings settings,
            Vertx vertx) {
        this.outbox = outbox;
        this.courier = courier;
        this.log = log;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings;
        this.vertx = vertx;
        this.threads = new ThreadPoolExecutor(
                AT_A_TIME,
                AT_A_TIME,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), // of which there are never more than are free
                Thread.ofPlatform().daemon().name("webhooks-", 1).factory(),
                new ThreadPoolExecutor.DiscardPolicy()); // where it is being stopped
        threads.allowCoreThreadTimeOut(true);
    }

    /** Fired where a message is written that nothing published announces. */
    record Queued() {}

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(settings.look().toMillis(), timer -> wake());
    }

    /** What is being noted is noted, if that does not take long: its connection is closed after this. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        threads.shutdown();
        try {
            threads.awaitTermination(LAST_NOTE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void published(@Observes KnowledgeChanged event) {
        wake();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued event) {
        wake();
    }

    /** Looks for what is due, unless enough are looking. */
    void wake() {
        if (!stopped && free.tryAcquire()) {
            threads.execute(() -> {
                try {
                    while (!stopped && serveOne()) {
                        // and the next one
                    }
                } catch (PersistenceException e) {
                    LOG.debug("What is due cannot be read; it will be looked for again", e);
                } finally {
                    free.release();
                }
            });
        }
    }

    private boolean serveOne() {
        var turn = outbox.takeTurn();
        turn.ifPresent(taken -> {
            wake(); // somebody else for the next one
            serve(taken);
        });
        return turn.isPresent();
    }

    private void serve(Outbox.Turn turn) {
        boolean reached = true;
        while (reached && !stopped && clock.instant().isBefore(turn.until().minus(RESERVE))) {
            var delivery = outbox.due(turn);
            if (delivery.isEmpty()) {
                break;
            }
            var outcome = send(turn, delivery.get());
            outbox.note(turn, delivery.get(), outcome);
            reached = !(outcome instanceof Outcome.Unreached); // others would wait as long, and in vain
        }
        outbox.endTurn(turn);
    }

    private Outcome send(Outbox.Turn turn, Delivery delivery) {
        var now = clock.instant();
        var body = JsonBytes.of(json, message(turn, delivery));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Tradeoff");
        headers.put("webhook-id", delivery.messageId());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", turn.secret().signature(delivery.messageId(), now, body));
        var outcome = courier.carry(turn.url(), headers, body);
        metrics.counter("tradeoff.webhook.attempts", "outcome", name(outcome)).increment();
        if (!(outcome instanceof Outcome.Taken)) {
            LOG.infof("Webhook %s did not take %s: %s", turn.webhook(), delivery.messageId(), outcome);
        }
        return outcome;
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken -> "taken";
            case Outcome.Refused refused -> "refused";
            case Outcome.Gone gone -> "gone";
            case Outcome.Unreached unreached -> "unreached";
        };
    }

    private Message message(Outbox.Turn turn, Delivery delivery) {
        var data =
                switch (delivery.kind()) {
                    case PUBLISHED -> ChangeItem.of(log.publication(delivery.place()));
                    case ARCHIVED, UNARCHIVED ->
                        new StandingItem(
                                delivery.place(),
                                Objects.requireNonNull(delivery.comparison()),
                                Objects.requireNonNull(delivery.title()),
                                delivery.revision());
                    case PING -> new Message.Ping(turn.webhook());
                };
        return new Message(delivery.kind().type(), delivery.createdAt(), data);
    }
}
