package dev.tradeoff.shared.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads, and a bounded queue before them. Its metrics say how many wait, are at work, and were refused why. */
final class Lane {

    static final String BUSY = "busy";
    static final String TOO_MUCH_WORK = "too-much-work";

    private static final String METRICS = "tradeoff.computing.";

    private final String name;
    private final MeterRegistry metrics;
    private final ThreadPoolExecutor threads;

    Lane(String name, int threads, int queue, MeterRegistry metrics) {
        this.name = name;
        this.metrics = metrics;
        this.threads = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), threads("computing-" + name));
        Gauge.builder(METRICS + "waiting", this.threads, pool -> pool.getQueue().size())
                .description("Computations that wait for a thread")
                .tag("lane", name)
                .register(metrics);
        Gauge.builder(METRICS + "running", this.threads, ThreadPoolExecutor::getActiveCount)
                .description("Computations at work")
                .tag("lane", name)
                .register(metrics);
        for (var reason : new String[] {BUSY, TOO_MUCH_WORK}) {
            refusals(reason); // there from the start, as 0
        }
    }

    /** Whether there was room. */
    boolean accepts(FutureTask<?> job) {
        try {
            threads.execute(job);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** Takes it out of the queue, or interrupts it. Whether it was still to be done, or being done. */
    boolean stop(FutureTask<?> job) {
        boolean stopped = job.cancel(true);
        if (stopped) {
            threads.remove(job);
        }
        return stopped;
    }

    void countRefusal(String reason) {
        refusals(reason).increment();
    }

    void close() {
        threads.shutdownNow();
    }

    private Counter refusals(String reason) {
        return Counter.builder(METRICS + "refused")
                .description("Computations that were refused, or given up")
                .tag("lane", name)
                .tag("reason", reason)
                .register(metrics);
    }

    static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }
}
