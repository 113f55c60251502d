package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What a recommendation costs on the first content that nobody asked for before, rendered as JSON, with all robustness and
 * without: the median CPU time of one thread. src/bench/decisions.sh runs it.
 */
final class RecommenderBenchmark {

    private static final int WARM_UP = 5_000;
    private static final int MEASURED = 5_000;

    private RecommenderBenchmark() {}

    public static void main(String[] args) throws JsonProcessingException {
        measure(
                "nodejs-vs-python-backend",
                "{\"useCases\": [\"real-time-applications\"], \"experience\": {\"nodejs\": \"expert\"}}");
        measure(
                "nodejs-vs-python-backend",
                "{\"useCases\": [\"real-time-applications\"], \"experience\": {\"nodejs\": \"expert\"}, \"robustness\": false}");
        measure(
                "nodejs-vs-python-backend",
                "{\"useCases\": [\"startup-mvp\", \"saas-products\", \"data-heavy-applications\"]}");
        measure("nodejs-vs-python-backend", "{\"method\": \"vikor\"}");
        measure("python-web-frameworks", "{\"samples\": 1000}");
        measure("python-web-frameworks", "{}");
    }

    private static void measure(String slug, String json) throws JsonProcessingException {
        var comparison = Answers.bundled(slug);
        var recommender = Answers.recommender(comparison);
        var requirements = Answers.requirements(json);
        var threads = ManagementFactory.getThreadMXBean();
        var times = new long[MEASURED];
        long bytes = 0;
        int warmUp = slug.startsWith("python") ? WARM_UP / 25 : WARM_UP;
        int measured = slug.startsWith("python") ? MEASURED / 25 : MEASURED;
        for (int i = -warmUp; i < measured; i++) {
            long before = threads.getCurrentThreadCpuTime();
            var answer = recommender.recommend(recommender.complete(requirements, UnaryOperator.identity()));
            bytes += AnswerJson.of(answer).length;
            if (i >= 0) {
                times[i] = threads.getCurrentThreadCpuTime() - before;
            }
        }
        var sorted = Arrays.copyOf(times, measured);
        Arrays.sort(sorted);
        System.out.printf(
                "recommendation  %-26s %-85s median %8.3f ms  p99 %8.3f ms  (%d bytes)%n",
                slug, json, sorted[measured / 2] / 1e6, sorted[measured * 99 / 100] / 1e6, bytes / (warmUp + measured));
    }
}
