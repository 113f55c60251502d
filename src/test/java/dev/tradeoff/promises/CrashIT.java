package dev.tradeoff.promises;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.PackagedService;
import dev.tradeoff.database.Processes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service and its PostgreSQL are killed in turn while publishers publish: a few times by default, a hundred times by
 * {@code src/bench/crashes.sh}.
 */
@Timeout(value = 30, unit = MINUTES)
class CrashIT {

    private static final int KILLS = Integer.getInteger("tradeoff.kills", 4);
    private static final int PUBLISHERS = 4;
    private static final int COMPARISONS = 3;
    private static final Map<String, String> ADMIN =
            Map.of("TRADEOFF_ACCESS_ADMIN_TOKEN", "tradeoff_" + "c".repeat(40));

    @TempDir
    static Path home;

    private final Random random = new Random(7);
    private volatile URI address = URI.create("http://127.0.0.1:1");
    private final List<PackagedService> services = new ArrayList<>();
    private volatile PackagedService service;

    @Test
    void what_was_acknowledged_is_there_once_and_whole_whatever_is_killed() throws Exception {
        home = home.toRealPath();
        start();
        var admin = new Client(() -> address, ADMIN.get("TRADEOFF_ACCESS_ADMIN_TOKEN"));
        var comparisons = IntStream.range(0, COMPARISONS)
                .mapToObj(i -> begin(admin, "crash-" + i))
                .toList();
        var publishers = IntStream.range(0, PUBLISHERS)
                .mapToObj(i -> new Publishers.Publisher(i, admin.with("publisher"), comparisons))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            publishers.forEach(publisher -> running.add(threads.submit(publisher)));
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    long enough = acknowledged(publishers) + 2 + random.nextInt(8);
                    await(() -> acknowledged(publishers) >= enough
                            || running.stream().anyMatch(Future::isDone));
                    if (kill % 2 == 0) {
                        killService();
                    } else {
                        killDatabase();
                    }
                }
                long enough = acknowledged(publishers) + PUBLISHERS;
                await(() ->
                        acknowledged(publishers) >= enough || running.stream().anyMatch(Future::isDone));
            } finally {
                publishers.forEach(Publishers.Publisher::stop);
            }
            for (var publisher : running) {
                publisher.get();
            }
        }
        var all =
                publishers.stream().flatMap(Publishers.Publisher::acknowledged).toList();
        try (var database = database()) {
            new Publications(database).agreeWith(all, comparisons);
        }
        for (var publication : all.subList(Math.max(0, all.size() - 50), all.size())) {
            assertThat(publication.again().body()).isEqualTo(publication.answer()); // after all that was killed
        }
        try (var database = database()) {
            new Publications(database).agreeWith(all, comparisons);
        }
        System.out.printf(
                "%d kills: %d publications acknowledged, %d requests repeated, nothing lost, doubled or halved%n",
                KILLS,
                all.size(),
                publishers.stream().mapToInt(Publishers.Publisher::repeated).sum());
        assertThat(services.stream().flatMap(each -> each.output().stream()))
                .as("what the service takes for mistakes of its own")
                .noneMatch(line -> line.contains("ERROR"));
    }

    @AfterEach
    void stop() {
        service.signal("TERM");
        service.exitCode();
    }

    /** The service alone: the next one finds its PostgreSQL orphaned. */
    private void killService() {
        service.signal("KILL");
        service.exitCode();
        start();
    }

    /** PostgreSQL with all its sessions; the service starts it anew. */
    private static void killDatabase() throws IOException {
        var postmaster = Processes.postmasterOf(home.resolve("data/postgres"));
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly); // SIGKILL
        Processes.awaitEnd(postmaster);
    }

    private void start() {
        service = PackagedService.start(home, ADMIN).ready();
        services.add(service);
        address = URI.create("http://127.0.0.1:" + service.port());
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + service.databasePort() + "/postgres", "postgres", "");
    }

    private static String begin(Client admin, String slug) {
        var path = "/api/v1/comparisons/" + slug;
        admin.persist("PUT", path + "/draft", Publishers.WHOLE).expect(201);
        return path;
    }

    private static long acknowledged(List<Publishers.Publisher> publishers) {
        return publishers.stream()
                .mapToLong(publisher -> publisher.acknowledged().count())
                .sum();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = Instant.now().plus(Duration.ofSeconds(120));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
