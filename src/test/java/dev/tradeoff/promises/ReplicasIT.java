package dev.tradeoff.promises;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.PackagedService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one database: whichever is asked, editors lose nothing, and readers never go back. */
@Timeout(value = 180, unit = SECONDS)
class ReplicasIT {

    private static final String ADMIN = "tradeoff_" + "r".repeat(40);

    @TempDir
    static Path home;

    private static EmbeddedPostgres postgres;
    private static List<PackagedService> services;
    private static Client here;
    private static Client there;

    @BeforeAll
    static void start_both_at_once_on_an_empty_database() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        var environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "TRADEOFF_ACCESS_ADMIN_TOKEN",
                ADMIN);
        services = List.of(PackagedService.start(home, environment), PackagedService.start(home, environment));
        here = client(services.get(0));
        there = client(services.get(1));
    }

    @AfterAll
    static void stop() throws IOException {
        services.forEach(service -> service.signal("TERM"));
        services.forEach(PackagedService::exitCode);
        postgres.close();
    }

    private static Client client(PackagedService service) {
        return Client.of(service.ready().port(), ADMIN);
    }

    @Test
    void fifty_editors_who_add_a_hundred_members_each_make_five_thousand() {
        new Editors(here, there).add(50, 100);
    }

    @Test
    void each_acknowledged_change_is_based_on_the_one_before() {
        assertThat(new Editors(here, there).count(8, 10)).as("refused as stale").isPositive();
    }

    @Test
    void readers_see_what_is_published_at_once_and_never_anything_older_after_it() throws Exception {
        int last = 50;
        var comparison = "/api/v1/comparisons/read-meanwhile";
        here.persist("PUT", comparison + "/draft", Publishers.WHOLE).expect(201);
        publish(here, comparison, 1);
        var readers = IntStream.range(0, 4)
                .mapToObj(i -> new Reader(i % 2 == 0 ? here : there, comparison, last))
                .toList();
        var acknowledged = new ConcurrentHashMap<Integer, Instant>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            readers.forEach(reader -> running.add(threads.submit(reader)));
            for (int revision = 2; revision <= last; revision++) {
                publish(revision % 2 == 0 ? here : there, comparison, revision);
                acknowledged.put(revision, Instant.now());
            }
            for (var reader : running) {
                reader.get();
            }
        }
        var delays = readers.stream()
                .flatMap(reader -> acknowledged.entrySet().stream()
                        .map(told -> Duration.between(told.getValue(), reader.firstSeen(told.getKey()))
                                .toMillis()))
                .sorted()
                .toList();
        System.out.printf(
                "%d readers saw %d publications, on both replicas: half of them %d ms after the publisher was told, 99 %% within %d ms, all within %d ms%n",
                readers.size(),
                acknowledged.size(),
                Math.max(0, delays.get(delays.size() / 2)),
                delays.get(delays.size() * 99 / 100),
                delays.getLast());
        assertThat(delays.getLast())
                .as("the longest delay in ms, on a busy machine")
                .isLessThan(5_000);
    }

    private static void publish(Client client, String comparison, int revision) {
        client.persist("PATCH", comparison + "/draft", "{\"summary\": \"State " + revision + "\"}", "If-Match", "*")
                .expect(200);
        var published = client.persist("POST", comparison + "/revisions", "{\"message\": \"Next\"}", "If-Match", "*")
                .expect(201);
        assertThat(published.json().get("revision").asInt()).isEqualTo(revision);
    }

    /** Reads the latest state of one replica over and over, until it is the last. */
    private static final class Reader implements Runnable {

        private final Client replica;
        private final String comparison;
        private final int last;
        private final Instant[] firstSeen;

        Reader(Client replica, String comparison, int last) {
            this.replica = replica;
            this.comparison = comparison;
            this.last = last;
            this.firstSeen = new Instant[last + 1];
        }

        /** Of that revision, or of a later one. */
        Instant firstSeen(int revision) {
            int seen = revision;
            while (firstSeen[seen] == null) {
                seen++;
            }
            return firstSeen[seen];
        }

        @Override
        public void run() {
            int seen = 0;
            var deadline = Instant.now().plusSeconds(120);
            while (seen < last) {
                assertThat(Instant.now()).as("patience at revision " + seen).isBefore(deadline);
                var answer = replica.get(comparison);
                if (answer.status() == 404 && seen == 0) { // another replica's first publication is on its way
                    continue;
                }
                var state = answer.expect(200).json();
                int revision = state.get("revision").asInt();
                assertThat(revision).as("after %d", seen).isGreaterThanOrEqualTo(seen);
                assertThat(state.get("summary").asText()).isEqualTo("State " + revision);
                if (revision > seen) {
                    firstSeen[revision] = Instant.now();
                }
                seen = revision;
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
