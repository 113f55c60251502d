package dev.tradeoff.access;

import io.netty.util.NetUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts the refused attempts of those who are nobody, by address and minute: at once in memory, and in the database
 * before the answer as long as they are few. Beyond the limit an attempt costs no more than its count, which is
 * written later, with others. Of IPv6 the network counts (/64): its addresses are one customer's, and endlessly many.
 */
@Singleton
final class RefusedAttempts {

    private static final Logger LOG = Logger.getLogger(RefusedAttempts.class);
    private static final long FLUSH_MILLIS = 10_000;

    /** More addresses in one minute are counted as one. */
    static final int MOST_ADDRESSES = 1_000;

    private static final String OTHERS = "others";

    private final EntityManager database;
    private final Vertx vertx;
    private final Clock clock;
    private final int limit;
    private final long timer;
    private final Map<Instant, Map<String, Count>> minutes = new ConcurrentHashMap<>();

    RefusedAttempts(EntityManager database, Vertx vertx, Clock clock, AccessSettings settings) {
        this.database = database;
        this.vertx = vertx;
        this.clock = clock;
        this.limit = settings.refusedAttemptsPerMinute();
        this.timer = vertx.setPeriodic(
                FLUSH_MILLIS,
                tick -> vertx.executeBlocking(
                        () -> {
                            flush();
                            return null;
                        },
                        false));
    }

    private record Window(String address, Instant minute) {}

    private static final class Count {
        private final AtomicLong seen = new AtomicLong();
        private final AtomicLong unwritten = new AtomicLong();
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Whether the address has used up what it may try in this minute. */
    boolean isSpent(String address) {
        var count = counts(minute()).get(network(address));
        return count != null && count.seen.get() >= limit;
    }

    /**
     * Counts an attempt.
     *
     * @return whether it is still within the limit, so that it is to be {@link #write written} before it is answered
     */
    boolean count(String address) {
        var count = count(window(address));
        boolean within = count.seen.incrementAndGet() <= limit;
        if (!within) {
            count.unwritten.incrementAndGet();
        }
        return within;
    }

    private Map<String, Count> counts(Instant minute) {
        return minutes.computeIfAbsent(minute, absent -> new ConcurrentHashMap<>());
    }

    private Window window(String address) {
        var minute = minute();
        var counts = counts(minute);
        var network = network(address);
        return new Window(counts.containsKey(network) || counts.size() < MOST_ADDRESSES ? network : OTHERS, minute);
    }

    private Count count(Window window) {
        return counts(window.minute()).computeIfAbsent(window.address(), absent -> new Count());
    }

    /** What is no address, as what a proxy forwards may be, stands for itself. */
    static String network(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        try {
            if (InetAddress.getByAddress(bytes) instanceof Inet6Address) {
                var parts = ByteBuffer.wrap(bytes);
                return "%x:%x:%x:%x::/64"
                        .formatted(parts.getShort(), parts.getShort(), parts.getShort(), parts.getShort());
            }
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
        return address;
    }

    /** Writes one attempt; if the database is away, it is written later. Call off the event loop. */
    void write(String address) {
        var window = window(address);
        try {
            write(window, 1);
        } catch (RuntimeException e) {
            count(window).unwritten.incrementAndGet();
            throw e;
        }
    }

    void writeLater(String address) {
        count(window(address)).unwritten.incrementAndGet();
    }

    /** Writes all that is not written yet, and forgets what is over; whatever fails is tried again later. */
    void flush() {
        var before = minute().minus(1, ChronoUnit.MINUTES);
        try {
            minutes.forEach((minute, counts) -> {
                counts.forEach((address, count) -> flush(new Window(address, minute), count));
                if (minute.isBefore(before)) {
                    minutes.remove(minute);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("Refused attempts could not be written, and are kept for later: %s", e.getMessage());
        }
    }

    private void flush(Window window, Count count) {
        long unwritten = count.unwritten.getAndSet(0);
        if (unwritten > 0) {
            try {
                write(window, unwritten);
            } catch (RuntimeException e) {
                count.unwritten.addAndGet(unwritten);
                throw e;
            }
        }
    }

    private void write(Window window, long more) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                                insert into refused_attempt (address, minute, count, last_at)
                                values (:address, :minute, :count, :now)
                                on conflict on constraint refused_attempt_pk do update
                                set count = refused_attempt.count + excluded.count,
                                    last_at = greatest(refused_attempt.last_at, excluded.last_at)""")
                .setParameter("address", window.address())
                .setParameter("minute", window.minute())
                .setParameter("count", more)
                .setParameter("now", clock.instant())
                .executeUpdate());
    }

    /** Seconds until the address may try again. */
    int secondsLeft() {
        return (int) ChronoUnit.SECONDS.between(clock.instant(), minute().plus(1, ChronoUnit.MINUTES)) + 1;
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
