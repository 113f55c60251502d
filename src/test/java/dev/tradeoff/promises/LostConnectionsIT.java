package dev.tradeoff.promises;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.PackagedService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one database, and what lies between them and the database fails: both come to show what is published. */
@Timeout(value = 180, unit = SECONDS)
class LostConnectionsIT {

    private static final String ADMIN = "tradeoff_" + "l".repeat(40);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path home;

    private static EmbeddedPostgres postgres;
    private static FaultyWire wire;
    private static PackagedService near;
    private static PackagedService far;
    private static Client here;
    private static Client there;

    @BeforeAll
    static void start_one_beside_the_database_and_one_at_the_end_of_a_faulty_wire() throws IOException {
        postgres = database(0);
        wire = new FaultyWire(postgres.getPort());
        near = service(postgres.getPort());
        far = service(wire.port());
        here = Client.of(near.ready().port(), ADMIN);
        there = Client.of(far.ready().port(), ADMIN);
    }

    @AfterAll
    static void stop() throws IOException {
        for (var service : List.of(near, far)) {
            service.signal("TERM");
            service.exitCode();
        }
        wire.close();
        postgres.close();
    }

    @Test
    void sessions_that_listen_may_be_ended_while_others_publish() throws Exception {
        var comparison = begin("ended-sessions");
        int last = 20;
        int ended = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = List.of(
                    threads.submit(() -> awaitRevision(here, comparison, last)),
                    threads.submit(() -> awaitRevision(there, comparison, last)));
            for (int revision = 2; revision <= last; revision++) {
                if (revision % 5 == 0) {
                    ended += endListeners();
                }
                publish(revision % 2 == 0 ? here : there, comparison, revision);
            }
            for (var reader : readers) {
                reader.get();
            }
        }
        assertThat(ended).as("sessions").isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_lost_notification_is_made_up_for() throws Exception {
        var comparison = begin("lost-notification");
        wire.loseNotifications(true);
        try {
            publish(here, comparison, 2);
            say("a lost notification", awaitRevision(there, comparison, 2));
        } finally {
            wire.loseNotifications(false);
        }
    }

    @Test
    void a_connection_that_has_gone_silent_is_given_up_for_another() throws Exception {
        var comparison = begin("silent-connection");
        assertThat(wire.freezeListeners()).isPositive();
        publish(here, comparison, 2);
        say("a silent connection", awaitRevision(there, comparison, 2));
        publish(here, comparison, 3); // over the connection that has taken its place
        say("its replacement", awaitRevision(there, comparison, 3));
    }

    @Test
    void while_the_database_is_away_readers_are_served_and_afterwards_both_go_on() throws Exception {
        var comparison = begin("database-away");
        int port = postgres.getPort();
        postgres.close();
        for (var replica : List.of(here, there)) {
            assertThat(replica.get(comparison)
                            .expect(200)
                            .json()
                            .get("revision")
                            .asInt())
                    .isEqualTo(1);
            replica.send("PATCH", comparison + "/draft", "{\"summary\": \"Lost\"}", "If-Match", "*")
                    .expect(503);
        }
        assertThat(near.databaseHealth().getBoolean("data.reachable")).isFalse();
        assertThat(far.databaseHealth().getBoolean("data.reachable")).isFalse();
        postgres = database(port);
        publish(there, comparison, 2);
        say("the return of the database", awaitRevision(here, comparison, 2));
        publish(here, comparison, 3);
        awaitRevision(there, comparison, 3);
        assertThat(near.databaseHealth().getBoolean("data.reachable")).isTrue();
    }

    private static EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static PackagedService service(int databasePort) {
        return PackagedService.start(
                home,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "postgres",
                        "TRADEOFF_ACCESS_ADMIN_TOKEN",
                        ADMIN));
    }

    private static String begin(String slug) {
        var comparison = "/api/v1/comparisons/" + slug;
        here.persist("PUT", comparison + "/draft", Publishers.WHOLE).expect(201);
        publish(here, comparison, 1);
        awaitRevision(there, comparison, 1);
        return comparison;
    }

    private static void publish(Client client, String comparison, int revision) {
        client.persist("PATCH", comparison + "/draft", "{\"summary\": \"State " + revision + "\"}", "If-Match", "*")
                .expect(200);
        var published = client.persist("POST", comparison + "/revisions", "{\"message\": \"Next\"}", "If-Match", "*")
                .expect(201);
        assertThat(published.json().get("revision").asInt()).isEqualTo(revision);
    }

    /** Reads until that revision is there, and never an older one after a newer; how long it took. */
    private static Duration awaitRevision(Client replica, String comparison, int wanted) {
        var begun = Instant.now();
        int seen = 0;
        while (seen < wanted) {
            assertThat(Duration.between(begun, Instant.now()))
                    .as("patience for revision %d after %d", wanted, seen)
                    .isLessThan(PATIENCE);
            var answer = replica.get(comparison);
            if (answer.status() == 404 && seen == 0) { // its first publication is on its way
                continue;
            }
            int revision = answer.expect(200).json().get("revision").asInt();
            assertThat(revision).as("after %d", seen).isGreaterThanOrEqualTo(seen);
            seen = revision;
            LockSupport.parkNanos(1_000_000);
        }
        return Duration.between(begun, Instant.now());
    }

    /** How many there were. */
    private static int endListeners() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", "");
                var ended = connection.createStatement().executeQuery("""
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                where pid <> pg_backend_pid()
                                and (query like 'listen %' or query like 'select greatest((select max(last_change) from comparison)%')
                                """)) {
            ended.next();
            return ended.getInt(1);
        }
    }

    private static void say(String what, Duration shownAfter) {
        System.out.printf("After %s the other replica showed the publication in %d ms%n", what, shownAfter.toMillis());
    }
}
