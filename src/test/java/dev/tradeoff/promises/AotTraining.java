package dev.tradeoff.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradeoff.database.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trains the AOT cache of the packaged service: what a service does from a start on the content that it has to its end, once
 * or twice each. Classes, and which methods run often, are what the cache remembers, all of it read at each start: what only
 * a first start needs would make all others longer, and a load test would be remembered as work to compile for.
 */
class AotTraining {

    private static final int FIRST_JAVA_THAT_CAN = 25;
    private static final String TOKEN = "tradeoff_" + "a".repeat(40);
    private static final String KNOWLEDGE = "/api/v1/comparisons/nodejs-vs-python-backend";

    /** As at a configured database, whose log is JSON. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TRADEOFF_ACCESS_ADMIN_TOKEN", TOKEN, "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");

    private static final List<String> READ = List.of(
            KNOWLEDGE,
            KNOWLEDGE + "/matrix",
            KNOWLEDGE + "/evidence",
            KNOWLEDGE + "/claims/express-throughput",
            KNOWLEDGE + "/revisions/1",
            KNOWLEDGE + "/tailored-recommendation?useCase=real-time-applications&experience[nodejs]=expert",
            "/api/v1/comparisons?limit=1",
            "/api/v1/faqs?q=which+is+faster",
            "/api/v1/claims?technology=python&metric=requests-per-second",
            "/api/v1/technologies/python",
            "/api/v1/methods/topsis",
            "/",
            "/comparisons/nodejs-vs-python-backend",
            "/comparisons/nodejs-vs-python-backend/recommend",
            "/q/openapi?format=json",
            "/q/openapi",
            "/q/health/ready",
            "/q/metrics");

    @TempDir
    Path home;

    @Test
    void the_cache_is_trained() throws IOException {
        assumeTrue(Runtime.version().feature() >= FIRST_JAVA_THAT_CAN, "this Java has no such cache");
        var cache = PackagedService.application().resolve("app.aot");
        Files.deleteIfExists(cache); // a service that uses one cannot make one
        try (var first = PackagedService.start(home, ENVIRONMENT).ready()) {
            end(first);
        }
        try (var service = PackagedService.start(home, ENVIRONMENT, List.of("-XX:AOTCacheOutput=" + cache))) {
            var client = Client.of(service.port(), TOKEN);
            for (int time = 0; time < 2; time++) {
                read(client);
                write(client, "/api/v1/comparisons/trained-" + time);
            }
            end(service);
        }
        assertThat(cache).isNotEmptyFile();
    }

    private static void end(PackagedService service) {
        service.signal("TERM");
        assertThat(service.exitCode()).isEqualTo(143);
    }

    private static void read(Client client) {
        for (var path : READ) {
            var answer = client.get(path, "Accept-Encoding", "gzip").expect(200);
            if (!answer.header("ETag").isEmpty()) {
                client.get(path, "Accept-Encoding", "gzip", "If-None-Match", answer.header("ETag"))
                        .expect(304);
            }
        }
        client.get("/api/v1/comparisons/none").expect(404);
        client.persist(
                        "POST",
                        KNOWLEDGE + "/tailored-recommendation",
                        "{\"priorities\": [\"concurrency\", \"ecosystem\"]}")
                .expect(200);
    }

    private static void write(Client client, String comparison) {
        client.persist("PUT", comparison + "/draft", Publishers.WHOLE).expect(201);
        client.persist(
                        "PUT",
                        comparison + "/draft/faqs/what",
                        "{\"question\": \"What is new?\", \"answer\": \"Nothing\"}",
                        "If-None-Match",
                        "*")
                .expect(201);
        client.get(comparison + "/draft/problems").expect(200);
        client.persist("POST", comparison + "/revisions", "{\"message\": \"First\"}", "If-Match", "*")
                .expect(201);
        client.get(comparison).expect(200);
    }
}
