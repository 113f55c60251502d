package dev.tradeoff.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service and the database that it brings along. */
@Timeout(value = 120, unit = SECONDS)
class EmbeddedDatabaseIT {

    private static final Map<String, String> NO_DATABASE = Map.of();
    private static final String FOLDER = "tradeoff.database.embedded.folder=";

    /** Of the instance that runs during all tests, and of those that tests start and stop. */
    @TempDir
    static Path home;

    @TempDir
    static Path other;

    static PackagedService service;

    @BeforeAll
    static void start_for_the_first_time() throws IOException {
        home = home.toRealPath();
        other = other.toRealPath();
        service = PackagedService.start(home, NO_DATABASE).ready();
        Files.createDirectories(other.resolve("data"));
        Files.createSymbolicLink(
                other.resolve("data/postgres.programs"), home.resolve("data/postgres.programs")); // unpacked once
    }

    @AfterAll
    static void stop() {
        service.signal("TERM");
        service.exitCode();
    }

    @Test
    void a_start_without_a_database_makes_one_in_the_working_directory_and_says_where() {
        assertThat(service.output())
                .filteredOn(line -> line.contains("PostgreSQL runs embedded"))
                .singleElement()
                .asString()
                .contains(home.resolve("data/postgres").toString(), "127.0.0.1:" + service.databasePort());
        var health = service.databaseHealth();
        assertThat(health.getString("status")).isEqualTo("UP");
        assertThat(health.getBoolean("data.reachable")).isTrue();
        assertThat(health.getBoolean("data.embedded")).isTrue();
    }

    @Test
    void it_is_durable_and_listens_on_the_loopback_interface_only() throws SQLException {
        assertThat(ask("SHOW server_version_num")).startsWith("18");
        assertThat(ask("SHOW fsync")).isEqualTo("on");
        assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask("SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask("SHOW data_checksums")).isEqualTo("on");
        assertThat(ask("SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("SHOW unix_socket_directories")).isEmpty();
        assertThat(ask("SHOW server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void a_second_instance_on_the_same_folder_is_refused() {
        try (var second = PackagedService.start(home, NO_DATABASE)) {
            assertRefused(second, "is in use by another instance, process " + service.pid());
        }
        assertThat(service.databaseHealth().getBoolean("data.reachable")).isTrue();
    }

    @Test
    void a_killed_server_comes_back_on_its_port() throws IOException {
        var killed = Processes.postmasterOf(home.resolve("data/postgres"));
        Processes.signal(killed, "KILL");
        Processes.awaitEnd(killed);
        await(() -> service.output().stream().anyMatch(line -> line.contains("The embedded PostgreSQL is back")));
        await(() -> service.databaseHealth().getBoolean("data.reachable"));
        assertThat(Processes.postmasterOf(home.resolve("data/postgres")).pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void while_the_server_is_away_the_service_is_ready_and_says_so() throws IOException {
        var postmaster = Processes.postmasterOf(home.resolve("data/postgres"));
        Processes.signal(postmaster, "STOP"); // with its sessions: none may answer
        var sessions = postmaster.children().toList();
        sessions.forEach(session -> Processes.signal(session, "STOP"));
        try {
            await(() -> !service.databaseHealth().getBoolean("data.reachable"));
        } finally {
            Processes.signal(postmaster, "CONT");
            sessions.forEach(session -> Processes.signal(session, "CONT"));
        }
        await(() -> service.databaseHealth().getBoolean("data.reachable"));
    }

    @Test
    void a_configured_database_is_used_and_nothing_is_started() {
        var url = Map.of("QUARKUS_DATASOURCE_JDBC_URL", url(), "QUARKUS_DATASOURCE_USERNAME", "postgres");
        try (var second =
                PackagedService.start(other, url, FOLDER + "data/none").ready()) {
            assertThat(second.databaseHealth().getBoolean("data.reachable")).isTrue();
            assertThat(second.databaseHealth().getBoolean("data.embedded")).isFalse();
            second.signal("TERM");
            second.exitCode();
        }
        assertThat(other.resolve("data/none")).doesNotExist();
        assertThat(other.resolve("data/none.lock")).doesNotExist();
    }

    @Test
    void an_unreachable_database_is_said_without_its_password() throws IOException {
        var url = "jdbc:postgresql://127.0.0.1:%d/knowledge?password=secret".formatted(freePort());
        try (var refused = PackagedService.start(other, Map.of("QUARKUS_DATASOURCE_JDBC_URL", url))) {
            assertRefused(refused, "the database jdbc:postgresql://127.0.0.1:");
            assertThat(String.join("", refused.output())).doesNotContain("secret");
        }
    }

    @Test
    void a_schema_of_a_newer_program_is_refused() throws SQLException {
        assumeTrue(ask("SELECT to_regclass('flyway_schema_history')") != null);
        execute(
                "INSERT INTO flyway_schema_history VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'postgres', now(), 1, true)");
        var url = Map.of("QUARKUS_DATASOURCE_JDBC_URL", url(), "QUARKUS_DATASOURCE_USERNAME", "postgres");
        try (var older = PackagedService.start(other, url)) {
            assertRefused(older, "is newer than this program, which does not know its version 999");
        } finally {
            execute("DELETE FROM flyway_schema_history WHERE version = '999'");
        }
    }

    @Test
    void a_taken_port_is_said_and_leaves_no_server() throws IOException {
        try (var taken = new ServerSocket(0);
                var refused = PackagedService.start(other, NO_DATABASE, "quarkus.http.port=" + taken.getLocalPort())) {
            assertRefused(refused, "port %d is taken".formatted(taken.getLocalPort()));
        }
        assertThat(other.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_file_in_place_of_the_folder_is_said() throws IOException {
        var file = Files.createFile(other.resolve("file"));
        try (var refused = PackagedService.start(other, NO_DATABASE, FOLDER + "file/postgres")) {
            assertRefused(refused, file + " is not a folder");
        }
    }

    @Test
    void a_folder_without_permission_is_said() throws IOException {
        var locked = Files.createDirectory(other.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "root may write everywhere");
        try (var refused = PackagedService.start(other, NO_DATABASE, FOLDER + "locked/postgres")) {
            assertRefused(refused, "no permission to write " + locked);
        }
    }

    @Test
    void a_folder_of_another_postgresql_is_refused() throws IOException {
        var folder = Files.createDirectories(other.resolve("elder/postgres"));
        Files.writeString(folder.resolve("PG_VERSION"), "14\n");
        Files.createSymbolicLink(other.resolve("elder/postgres.programs"), home.resolve("data/postgres.programs"));
        try (var refused = PackagedService.start(other, NO_DATABASE, FOLDER + "elder/postgres")) {
            assertRefused(refused, "was made by PostgreSQL 14 and the embedded one is 18");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void a_signal_stops_the_service_then_its_server_and_keeps_the_data(String signal) throws IOException, SQLException {
        var folder = other.resolve("data/postgres");
        try (var first = PackagedService.start(other, NO_DATABASE).ready()) {
            execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
            var postmaster = Processes.postmasterOf(folder);
            first.signal(signal);
            assertThat(first.exitCode()).isEqualTo(signal.equals("TERM") ? 143 : 130);
            Processes.awaitEnd(postmaster);
            assertThat(Files.readString(other.resolve("data/postgres.log")))
                    .contains("database system is shut down")
                    .doesNotContain("terminating connection"); // the service had given its connections back
        }
        try (var second = PackagedService.start(other, NO_DATABASE).ready()) {
            assertThat(ask(second, "SELECT answer FROM kept")).isEqualTo("42");
            execute(second, "DROP TABLE kept");
            second.signal(signal);
            second.exitCode();
        }
    }

    @Test
    void after_a_killed_service_the_next_one_takes_over_its_server() throws IOException, SQLException {
        var folder = other.resolve("data/postgres");
        ProcessHandle orphan;
        try (var first = PackagedService.start(other, NO_DATABASE).ready()) {
            execute(first, "CREATE TABLE published AS SELECT 42 AS answer");
            orphan = Processes.postmasterOf(folder);
            first.signal("KILL");
            first.exitCode();
            assertThat(orphan.isAlive()).isTrue();
        }
        try (var second = PackagedService.start(other, NO_DATABASE).ready()) {
            Processes.awaitEnd(orphan); // whoever has inherited it may take a moment to notice
            assertThat(ask(second, "SELECT answer FROM published")).isEqualTo("42");
            execute(second, "DROP TABLE published");
            var postmaster = Processes.postmasterOf(folder);
            Processes.signal(ProcessHandle.of(second.pid()).orElseThrow(), "KILL");
            Processes.signal(postmaster, "KILL");
            second.exitCode();
            Processes.awaitEnd(postmaster);
        }
        var pidFile = folder.resolve("postmaster.pid");
        var lines = Files.readAllLines(pidFile);
        lines.set(
                0, Long.toString(ProcessHandle.current().pid())); // the number of the dead lives on as somebody else's
        Files.write(pidFile, lines);
        try (var third = PackagedService.start(other, NO_DATABASE).ready()) {
            assertThat(third.databaseHealth().getBoolean("data.reachable")).isTrue();
            third.signal("TERM");
            third.exitCode();
        }
    }

    /** Refused in one line, with an exit code that says so. */
    private static void assertRefused(PackagedService refused, String reason) {
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .filteredOn(line -> line.contains("cannot start"))
                .singleElement()
                .asString()
                .contains(reason);
        assertThat(refused.output())
                .noneMatch(line -> line.contains("ERROR") || line.contains("\tat ") || line.contains("xception"));
    }

    private static void await(BooleanSupplier condition) {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + service.databasePort() + "/postgres";
    }

    private static String ask(String query) throws SQLException {
        return ask(service, query);
    }

    private static String ask(PackagedService service, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + service.databasePort() + "/postgres", "postgres", "");
                var result = connection.createStatement().executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static void execute(String statement) throws SQLException {
        execute(service, statement);
    }

    private static void execute(PackagedService service, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + service.databasePort() + "/postgres", "postgres", "")) {
            connection.createStatement().execute(statement);
        }
    }
}
