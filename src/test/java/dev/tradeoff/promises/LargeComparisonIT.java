package dev.tradeoff.promises;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.PackagedService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons as large as they may be, in a service with little memory. */
@Timeout(value = 180, unit = SECONDS)
class LargeComparisonIT {

    private static final String ADMIN = "tradeoff_" + "l".repeat(40);
    private static final int OPTIONS = 50;
    private static final int FACTORS = 200;

    @TempDir
    static Path home;

    private static PackagedService service;
    private static Client client;

    @BeforeAll
    static void start_with_256_megabytes() throws IOException {
        service = PackagedService.start(
                home.toRealPath(), Map.of("TRADEOFF_ACCESS_ADMIN_TOKEN", ADMIN, "JDK_JAVA_OPTIONS", "-Xmx256m"));
        client = Client.of(service.ready().port(), ADMIN);
    }

    @AfterAll
    static void stop() {
        service.signal("TERM");
        service.exitCode();
        assertThat(service.output()).noneMatch(line -> line.contains("ERROR") || line.contains("OutOfMemory"));
    }

    @Test
    void ten_thousand_assessments_are_drafted_published_read_and_compared_in_seconds() {
        var path = "/api/v1/comparisons/large";
        var first = LargeComparison.of(OPTIONS, FACTORS, 0);
        assertThat(first.length()).isBetween(4_000_000, 9_000_000);
        timed("drafted, " + first.length() / 1_000 + " kB", () -> client.persist("PUT", path + "/draft", first))
                .expect(201);
        timed("checked", () -> client.get(path + "/draft/problems")).expect(200);
        timed("published", () -> publish(path)).expect(201);
        var whole = timed("read whole, as the first", () -> client.get(path)).expect(200);
        assertThat(whole.json().findValues("assessments")).hasSize(FACTORS).allMatch(each -> each.size() == OPTIONS);
        var zipped = timed("read gzipped", () -> client.get(path, "Accept-Encoding", "gzip"))
                .expect(200);
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        timed("read as a matrix", () -> client.get(path + "/matrix")).expect(200);

        var second = LargeComparison.of(OPTIONS, FACTORS, 1);
        timed("drafted anew", () -> client.persist("PUT", path + "/draft", second, "If-Match", "*"))
                .expect(200);
        timed("published again", () -> publish(path)).expect(201);
        var changes = timed("compared", () -> client.get(path + "/revisions/2/changes"))
                .expect(200);
        assertThat(changes.json().get("items")).hasSize(OPTIONS * FACTORS / 10);
        timed("compared with nothing", () -> client.get(path + "/revisions/2/changes?from=0"))
                .expect(200);
        timed(
                        "one member changed",
                        () -> client.persist(
                                "PUT", path + "/draft/topics/topic-1", "{\"name\": \"Another\"}", "If-Match", "*"))
                .expect(200);
        timed(
                        "one member renamed",
                        () -> client.persist(
                                "POST",
                                path + "/draft/options/option-7/rename",
                                "{\"slug\": \"seven\"}",
                                "If-Match",
                                "*"))
                .expect(200);
        timed("restored", () -> client.persist("POST", path + "/revisions/1/restore", "{}", "If-Match", "*"))
                .expect(201);
    }

    @Test
    void it_is_imported_and_exported_in_seconds() {
        var comparison = "{\"slug\": \"large-import\","
                + LargeComparison.of(OPTIONS, FACTORS, 0).substring(1);
        var tried = timed("import tried", () -> client.persist("POST", "/api/v1/import?dryRun=true", comparison));
        assertThat(tried.expect(200).body()).contains("\"added\"");
        client.get("/api/v1/comparisons/large-import").expect(404);
        timed("imported", () -> client.persist("POST", "/api/v1/import", comparison))
                .expect(200);
        client.get("/api/v1/comparisons/large-import").expect(200);
        var exported = timed("exported", () -> client.get("/api/v1/export"))
                .expect(200)
                .body();
        var back = timed("export imported", () -> client.persist("POST", "/api/v1/import", exported))
                .expect(200);
        assertThat(back.json().get("comparisons"))
                .allMatch(each -> each.get("outcome").asText().equals("unchanged"));
        assertThat(client.get("/api/v1/export").body()).isEqualTo(exported);
    }

    @Test
    void what_is_larger_is_refused_with_its_limit() {
        var path = "/api/v1/comparisons/too-large/draft";
        var options = client.persist("PUT", path, LargeComparison.of(101, 1, 0)).expect(422);
        assertThat(options.body()).contains("/options", "at most 100");
        var factors = client.persist("PUT", path, LargeComparison.of(2, 201, 0)).expect(422);
        assertThat(factors.body()).contains("/factors", "at most 200");
        var text = "{\"summary\": \"" + "x".repeat(11 * 1024 * 1024) + "\"}";
        assertThat(client.persist("PUT", path, text).expect(413).body()).contains("10 MiB");
        client.get(path).expect(404);
    }

    private static Client.Answer publish(String path) {
        return client.persist("POST", path + "/revisions", "{\"message\": \"Large\"}", "If-Match", "*");
    }

    private static Client.Answer timed(String what, Supplier<Client.Answer> work) {
        var began = Instant.now();
        var answer = work.get();
        System.out.printf(
                "%s: %d ms%n", what, Duration.between(began, Instant.now()).toMillis());
        return answer;
    }
}
