import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Reads at a fixed rate, whether earlier reads were answered or not, as many people do who know nothing of one another.
 * Latency counts from the moment at which a read was due, so that a stall of the server delays all that were due meanwhile
 * and no figure leaves them out (“coordinated omission”).
 *
 * <p>Arguments: port, file of paths (asked in turn), reads per second, seconds of warming up, seconds of measuring. Prints a
 * line of JSON; times in milliseconds.
 */
final class OpenModel {

    private static final int CONNECTIONS = 256;
    private static final long LONGEST_MILLIS = 60_000;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient client;
    private final List<RequestOptions> reads;
    private final long nanosBetween;

    // Touched on the one event loop only.
    private final Histogram micros = new Histogram(TimeUnit.MILLISECONDS.toMicros(LONGEST_MILLIS), 3);
    private long answered;
    private long failed;

    private OpenModel(int port, List<String> paths, double rate) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setDefaultHost("127.0.0.1").setDefaultPort(port));
        reads = paths.stream()
                .map(path -> new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setURI(path)
                        .setTimeout(TIMEOUT_MILLIS))
                .toList();
        nanosBetween = (long) (1e9 / rate);
    }

    public static void main(String[] arguments) throws IOException {
        var paths = Files.readAllLines(Path.of(arguments[1]));
        var model = new OpenModel(Integer.parseInt(arguments[0]), paths, Double.parseDouble(arguments[2]));
        model.run(Long.parseLong(arguments[3]), Long.parseLong(arguments[4]));
    }

    private void run(long warmUpSeconds, long seconds) {
        long begin = System.nanoTime();
        long measured = begin + TimeUnit.SECONDS.toNanos(warmUpSeconds);
        long end = measured + TimeUnit.SECONDS.toNanos(seconds);
        long sent = 0;
        int next = 0;
        for (long due = begin; due < end; due += nanosBetween) {
            waitUntil(due);
            long from = due;
            boolean counts = due >= measured;
            var read = reads.get(next);
            next = (next + 1) % reads.size();
            sent += counts ? 1 : 0;
            loop.runOnContext(nothing -> read(read, from, counts));
        }
        awaitAnswers(sent);
        print();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void read(RequestOptions read, long due, boolean counts) {
        client.request(read)
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(body -> answer))
                .onComplete(outcome -> {
                    if (counts) {
                        count(outcome.succeeded() ? outcome.result() : null, due);
                    }
                });
    }

    private void count(HttpClientResponse answer, long due) {
        answered++;
        if (answer == null || answer.statusCode() != 200) {
            failed++;
        }
        long taken = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
        micros.recordValue(Math.min(taken, micros.getHighestTrackableValue()));
    }

    /** What is still under way counts too: each read ends at the latest by its timeout. */
    private void awaitAnswers(long sent) {
        var all = new CompletableFuture<Void>();
        loop.runOnContext(nothing -> vertx.setPeriodic(20, timer -> {
            if (answered == sent) {
                all.complete(null);
            }
        }));
        all.join();
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "{\"reads\": %d, \"failed\": %d, \"p50\": %.3f, \"p99\": %.3f, \"p999\": %.3f, \"max\": %.3f}%n",
                answered,
                failed,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
