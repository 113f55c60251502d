package dev.tradeoff.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thread in each lane, room for two that wait, and a time that is up when the test says so. */
class ComputingTest {

    private static final long LITTLE = 1_000;
    private static final long MUCH = 1_000_000;
    private static final long TOO_MUCH = 1_000_000_001;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Timers timers = new Timers();
    private final Computing computing = new Computing(new Settings(Duration.ofSeconds(10)), 1, timers, metrics);
    private final CountDownLatch never = new CountDownLatch(1);

    private record Settings(Duration timeLimit) implements ComputingSettings {
        @Override
        public long mostOperations() {
            return TOO_MUCH - 1;
        }

        @Override
        public long quickOperations() {
            return LITTLE;
        }

        @Override
        public int quickQueue() {
            return 2;
        }

        @Override
        public int slowQueue() {
            return 2;
        }

        @Override
        public MemorySize bodiesMemory() {
            return new MemorySize(BigInteger.ZERO);
        }
    }

    /** Alarms that ring when they are told to. */
    private static final class Timers implements Computing.Alarm {

        private final List<Runnable> set = new CopyOnWriteArrayList<>();

        @Override
        public Call in(Duration time, Runnable task) {
            set.add(task);
            return () -> set.remove(task);
        }

        void ringFor(int which) {
            set.get(which).run();
        }
    }

    /** Work that is under way until it is let go on. */
    private final class Held {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CompletableFuture<String> answer;

        Held(long operations) {
            answer = ask(computing.run(operations, this::work));
        }

        private String work() {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new IllegalStateException("stopped");
            }
            return "done";
        }

        Held begun() throws InterruptedException {
            begun.await();
            return this;
        }

        void goOn() {
            goOn.countDown();
        }
    }

    @AfterEach
    void stop() {
        computing.close();
    }

    private static <T> CompletableFuture<T> ask(Uni<T> uni) {
        return uni.subscribeAsCompletionStage();
    }

    private static Problem problem(CompletableFuture<?> answer) {
        try {
            throw new AssertionError("answered " + answer.join());
        } catch (CompletionException e) {
            return ((Refused) e.getCause()).problem();
        }
    }

    private double metric(String name, String lane) {
        return metrics.get("tradeoff.computing." + name)
                .tag("lane", lane)
                .gauge()
                .value();
    }

    private double refused(String lane, String reason) {
        return metrics.get("tradeoff.computing.refused")
                .tags("lane", lane, "reason", reason)
                .counter()
                .count();
    }

    @Test
    void work_is_done_on_a_thread_of_its_lane() {
        assertThat(ask(computing.run(LITTLE, () -> Thread.currentThread().getName()))
                        .join())
                .startsWith("computing-quick-");
        assertThat(ask(computing.run(MUCH, () -> Thread.currentThread().getName()))
                        .join())
                .startsWith("computing-slow-");
    }

    @Test
    void what_is_quick_does_not_wait_for_what_is_slow() throws InterruptedException {
        var slow = new Held(MUCH).begun();
        assertThat(ask(computing.run(LITTLE, () -> "quick")).join()).isEqualTo("quick");
        slow.goOn();
        assertThat(slow.answer.join()).isEqualTo("done");
    }

    @Test
    void what_the_work_throws_is_passed_on() {
        var refusal = new Problem.NotFound("There is none.").refused();
        assertThatThrownBy(() -> ask(computing.run(LITTLE, () -> {
                            throw refusal;
                        }))
                        .join())
                .hasCause(refusal);
        assertThatThrownBy(() -> ask(computing.run(LITTLE, () -> {
                            throw new AssertionError("a mistake");
                        }))
                        .join())
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void a_thread_outlives_work_that_failed() {
        ask(computing.run(LITTLE, () -> {
                    throw new StackOverflowError();
                }))
                .exceptionally(failed -> null)
                .join();
        assertThat(ask(computing.run(LITTLE, () -> "next")).join()).isEqualTo("next");
    }

    @Test
    void what_is_estimated_to_be_too_much_is_not_begun() {
        var problem = problem(ask(computing.run(TOO_MUCH, () -> {
            throw new AssertionError("begun");
        })));
        assertThat(problem).isInstanceOf(Problem.TooMuchWork.class);
        assertThat(problem.detail()).contains("1,000,000,001", "1,000,000,000", "fewer samples, options or criteria");
        assertThat(refused("slow", "too-much-work")).isEqualTo(1);
    }

    @Test
    void a_full_lane_refuses_and_says_when_to_come_again() throws InterruptedException {
        var first = new Held(MUCH).begun();
        var second = new Held(MUCH);
        var third = new Held(MUCH);
        assertThat(metric("running", "slow")).isEqualTo(1);
        assertThat(metric("waiting", "slow")).isEqualTo(2);

        var fourth = new Held(MUCH);
        assertThat(problem(fourth.answer))
                .isInstanceOfSatisfying(Problem.Busy.class, busy -> assertThat(busy.retryAfterSeconds())
                        .isEqualTo(1));
        assertThat(refused("slow", "busy")).isEqualTo(1);

        List.of(first, second, third).forEach(Held::goOn);
        assertThat(second.answer.join()).isEqualTo("done");
        assertThat(third.answer.join()).isEqualTo("done");
    }

    @Test
    void what_takes_too_long_is_interrupted_and_refused() throws InterruptedException {
        var endless = new Held(MUCH).begun();
        timers.ringFor(0);
        assertThat(problem(endless.answer)).isInstanceOf(Problem.TooMuchWork.class);
        endless.interrupted.await();
        assertThat(ask(computing.run(MUCH, () -> Thread.currentThread().isInterrupted()))
                        .join())
                .as("the next one is not interrupted")
                .isFalse();
        assertThat(refused("slow", "too-much-work")).isEqualTo(1);
    }

    @Test
    void what_has_waited_too_long_is_refused_as_not_begun() throws InterruptedException {
        var first = new Held(MUCH).begun();
        var second = new Held(MUCH);
        timers.ringFor(1);
        assertThat(problem(second.answer)).isInstanceOf(Problem.Busy.class);
        assertThat(metric("waiting", "slow")).as("its place is free").isZero();
        first.goOn();
        assertThat(first.answer.join()).isEqualTo("done");
        assertThat(second.begun.getCount()).isEqualTo(1);
    }

    @Test
    void who_had_to_wait_has_all_the_time_to_compute() throws InterruptedException {
        var first = new Held(MUCH).begun();
        var second = new Held(MUCH);
        var whileItWaits = timers.set.get(1);
        first.goOn();
        second.begun();
        assertThat(timers.set).doesNotContain(whileItWaits).isNotEmpty();
        second.goOn();
        assertThat(second.answer.join()).isEqualTo("done");
    }

    @Test
    void what_nobody_waits_for_any_more_is_not_done() throws InterruptedException {
        var first = new Held(MUCH).begun();
        var second = new Held(MUCH);
        second.answer.cancel(true);
        assertThat(metric("waiting", "slow")).isZero();
        first.answer.cancel(true);
        first.interrupted.await();
        assertThat(ask(computing.run(MUCH, () -> "next")).join()).isEqualTo("next");
        assertThat(second.begun.getCount()).isEqualTo(1);
    }

    @Test
    void an_answer_calls_its_alarm_off() {
        for (int i = 0; i < 100; i++) {
            ask(computing.run(LITTLE, () -> "answered")).join();
        }
        assertThat(timers.set).as("but perhaps the last one's").hasSizeLessThan(2);
    }

    @Test
    void the_alarm_of_the_service_rings_by_itself() {
        var service = new Computing(new Settings(Duration.ofMillis(1)), new SimpleMeterRegistry());
        try {
            var answer = ask(service.run(MUCH, () -> {
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    return "stopped";
                }
                return "never";
            }));
            assertThat(problem(answer)).isInstanceOfAny(Problem.TooMuchWork.class, Problem.Busy.class);
        } finally {
            service.close();
        }
    }
}
