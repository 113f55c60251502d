package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Does CPU-heavy work for requests: off the event loop, and within bounds, so that nobody who asks for much keeps others
 * from reading. What is quick and what is slow go separate ways, each with a few threads and a short queue.
 */
@Singleton
public final class Computing {

    static final long RETRY_AFTER_SECONDS = 1;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String ADVICE = "ask for fewer samples, options or criteria.";

    private final ComputingSettings settings;
    private final Alarm alarm;
    private final Lane quick;
    private final Lane slow;

    @Inject
    Computing(ComputingSettings settings, MeterRegistry metrics) {
        this(settings, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), new Timer(), metrics);
    }

    /** @param threads of each lane */
    Computing(ComputingSettings settings, int threads, Alarm alarm, MeterRegistry metrics) {
        this.settings = settings;
        this.alarm = alarm;
        this.quick = new Lane("quick", threads, settings.quickQueue(), metrics);
        this.slow = new Lane("slow", threads, settings.slowQueue(), metrics);
    }

    /**
     * Does the work on a thread of its lane, once for each subscription. It is interrupted when its time is up or nobody
     * waits for it any more, and should end soon then, with whatever exception; what it throws otherwise is passed on.
     *
     * @param operations about how many floating-point operations it needs, each taken for a nanosecond; decides the lane
     * @return what the work gives; fails as {@link Problem.TooMuchWork} where the estimate is beyond the bound or the
     *     work takes too long, as {@link Problem.Busy} where too many wait or it has waited too long
     */
    public <T> Uni<T> run(long operations, Supplier<T> work) {
        var lane = operations <= settings.quickOperations() ? quick : slow;
        if (operations > settings.mostOperations()) {
            return Uni.createFrom().failure(() -> {
                lane.countRefusal(Lane.TOO_MUCH_WORK);
                return tooManyOperations(operations);
            });
        }
        return Uni.createFrom().emitter(waiting -> submit(lane, new Job<>(work, waiting)));
    }

    /** Work may wait for as long as it may take, so that who had to wait is not told to have asked for too much. */
    private <T> void submit(Lane lane, Job<T> job) {
        var limit = new AtomicReference<>(limit(lane, job));
        job.begins = () -> limit.getAndSet(limit(lane, job)).callOff();
        job.waiting.onTermination(
                () -> { // answered, or the client has gone away
                    limit.get().callOff();
                    lane.stop(job);
                });
        if (!lane.accepts(job)) {
            lane.countRefusal(Lane.BUSY);
            job.waiting.fail(busy("Too many computations are waiting already."));
        }
    }

    private Alarm.Call limit(Lane lane, Job<?> job) {
        return alarm.in(settings.timeLimit(), () -> giveUp(lane, job));
    }

    private <T> void giveUp(Lane lane, Job<T> job) {
        if (lane.stop(job)) {
            lane.countRefusal(job.begun ? Lane.TOO_MUCH_WORK : Lane.BUSY);
            job.waiting.fail(job.begun ? tookTooLong() : busy("Other computations took all the time that there was."));
        }
    }

    @PreDestroy
    void close() {
        quick.close();
        slow.close();
        alarm.close();
    }

    private static Throwable busy(String detail) {
        return new Problem.Busy(detail + " Repeat the request in a moment.", RETRY_AFTER_SECONDS).refused();
    }

    private Throwable tooManyOperations(long operations) {
        return new Problem.TooMuchWork(String.format(
                        Locale.ROOT,
                        "This needs about %,d operations, and one request gets %,d; %s",
                        operations,
                        settings.mostOperations(),
                        ADVICE))
                .refused();
    }

    private Throwable tookTooLong() {
        return new Problem.TooMuchWork(String.format(
                        Locale.ROOT,
                        "This was not done within %.3f seconds, which is what one request gets; %s",
                        settings.timeLimit().toNanos() / NANOS_PER_SECOND,
                        ADVICE))
                .refused();
    }

    /** Work that somebody waits for. */
    static final class Job<T> extends FutureTask<T> {

        private final UniEmitter<? super T> waiting;
        private volatile Runnable begins = () -> {};
        private volatile boolean begun;

        Job(Supplier<T> work, UniEmitter<? super T> waiting) {
            super(work::get);
            this.waiting = waiting;
        }

        @Override
        public void run() {
            begun = true;
            begins.run();
            super.run();
        }

        /** Whoever cancels it says why; the others are told here. */
        @Override
        protected void done() {
            switch (state()) {
                case SUCCESS -> waiting.complete(resultNow());
                case FAILED -> waiting.fail(exceptionNow());
                case CANCELLED, RUNNING -> {}
            }
        }
    }

    /** Does something when a time is up, unless it is called off before. */
    interface Alarm {

        Call in(Duration time, Runnable task);

        default void close() {}

        /** A task that is to be done. */
        @FunctionalInterface
        interface Call {
            void callOff();
        }
    }

    private static final class Timer implements Alarm {

        private final ScheduledThreadPoolExecutor thread =
                new ScheduledThreadPoolExecutor(1, Lane.threads("computing-limits"));

        Timer() {
            thread.setRemoveOnCancelPolicy(true);
        }

        @Override
        public Call in(Duration time, Runnable task) {
            var scheduled = thread.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
