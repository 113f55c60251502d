package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.request;
import static dev.tradeoff.contract.Service.token;
import static dev.tradeoff.editing.Drafting.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The largest comparison there may be, and a document near the limit, in seconds. {@code -Dtradeoff.import.comparisons=1000}
 * makes the second as large as documents may be.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class BigImportTest {

    private static final Logger LOG = Logger.getLogger(BigImportTest.class);
    private static final int MANY = Integer.getInteger("tradeoff.import.comparisons", 100);

    @TestHTTPResource
    URI service;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void the_largest_comparison_is_imported_read_changed_and_compared_in_seconds() throws Exception {
        var slug = fresh("largest");
        took("import", () -> send("POST", "/api/v1/import", comparison(slug, 50, 200, i -> 1 + i % 5)));
        took("import unchanged", () -> send("POST", "/api/v1/import", comparison(slug, 50, 200, i -> 1 + i % 5)));
        took("read", () -> send("GET", "/api/v1/comparisons/" + slug, ""));
        took(
                "dry run of a change of all",
                () -> send("POST", "/api/v1/import?dryRun=true", comparison(slug, 50, 200, i -> 5 - i % 5)));
        took("import a change of all", () -> send("POST", "/api/v1/import", comparison(slug, 50, 200, i -> 5 - i % 5)));
        took("compare", () -> send("GET", "/api/v1/comparisons/" + slug + "/revisions/2/changes", ""));
        took("export", () -> send("GET", "/api/v1/export", ""));
    }

    @Test
    void many_comparisons_in_one_document_are_imported_in_seconds() throws Exception {
        var prefix = fresh("many");
        var document = IntStream.range(0, MANY)
                .mapToObj(i -> comparison(prefix + "-" + i, 5, 30, n -> 1 + n % 5))
                .collect(Collectors.joining(",", "{\"comparisons\": [", "]}"));
        LOG.infof("%d comparisons, %d MB", MANY, document.length() / 1_000_000);
        took("import many", () -> send("POST", "/api/v1/import", document));
        took("import many unchanged", () -> send("POST", "/api/v1/import", document));
        took("export many", () -> send("GET", "/api/v1/export", ""));
        var deadline = Instant.now().plusSeconds(30);
        while (partsOfTheIndex() > 1 && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(partsOfTheIndex()).isEqualTo(1); // gathered, beside all that
    }

    private static double partsOfTheIndex() {
        return request()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("tradeoff_published_index_parts"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private interface Work {
        int done() throws IOException, InterruptedException;
    }

    private static void took(String what, Work work) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int length = work.done();
        var memory = Runtime.getRuntime();
        LOG.infof(
                "%s: %d ms, answer of %d kB, heap used %d MB",
                what,
                (System.nanoTime() - begin) / 1_000_000,
                length / 1000,
                (memory.totalMemory() - memory.freeMemory()) / 1_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(what).isLessThan(Duration.ofMinutes(2));
    }

    private int send(String method, String path, String body) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Authorization", "Bearer " + token("publisher"))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(answer.body().substring(0, Math.min(500, answer.body().length())))
                .isEqualTo(200);
        return answer.body().length();
    }

    private static String comparison(String slug, int options, int factors, IntUnaryOperator score) {
        var text =
                "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. "
                        .repeat(3);
        return "{\"slug\": \"" + slug
                + "\", \"title\": \"Large\", \"question\": \"Which?\", \"summary\": \"Many.\", \"options\": ["
                + IntStream.range(0, options)
                        .mapToObj(o -> "{\"slug\": \"o" + o + "\", \"technology\": \"react\", \"name\": \"O\"}")
                        .collect(Collectors.joining(","))
                + "], \"topics\": [{\"slug\": \"t\", \"name\": \"T\"}], \"factors\": ["
                + IntStream.range(0, factors)
                        .mapToObj(f -> "{\"slug\": \"f" + f
                                + "\", \"name\": \"F\", \"topic\": \"t\", \"question\": \"How?\", \"weight\": 1, \"scale\": {\"1\": \"a\", \"3\": \"b\", \"5\": \"c\"}, \"assessments\": ["
                                + IntStream.range(0, options)
                                        .mapToObj(
                                                o -> "{\"option\": \"o" + o + "\", \"verdict\": \"So so\", \"score\": "
                                                        + score.applyAsInt(f + o)
                                                        + ", \"confidence\": \"low\", \"rationale\": \"" + text
                                                        + "\", \"claims\": []}")
                                        .collect(Collectors.joining(","))
                                + "]}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
