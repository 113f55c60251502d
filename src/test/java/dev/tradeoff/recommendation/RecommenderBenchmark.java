package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a recommendation costs on the first content that nobody asked for before, rendered as JSON, with all robustness and
 * without: the median CPU time of one thread, part by part. src/bench/decisions.sh runs it.
 */
final class RecommenderBenchmark {

    private static final int WARM_UP = 500;
    private static final int MEASURED = 500;

    /** So many questions are measured together: to ask for the time takes some as well. */
    private static final int TOGETHER = 20;

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
        measure(
                "nodejs-vs-python-backend",
                "{\"weights\": {\"concurrency\": 12.3, \"ecosystem\": 45.6, \"learning-curve\": 7.89}}");
        measure("nodejs-vs-python-backend", "{\"method\": \"vikor\"}");
        measure("python-web-frameworks", "{\"samples\": 1000}");
        measure("python-web-frameworks", "{}");
    }

    private static void measure(String slug, String json) throws JsonProcessingException {
        var recommender = Answers.recommender(Answers.bundled(slug));
        boolean isSampled = slug.startsWith("python");
        int warmUp = isSampled ? WARM_UP / 25 : WARM_UP;
        int measured = isSampled ? MEASURED / 25 : MEASURED;
        var times = new long[Part.values().length][measured];
        long bytes = 0;
        for (int i = -warmUp; i < measured; i++) {
            var read = new Requirements[TOGETHER];
            var answers = new TailoredRecommendation[TOGETHER];
            long start = now();
            for (int k = 0; k < TOGETHER; k++) {
                read[k] = recommender.complete(Answers.requirements(json), UnaryOperator.identity());
            }
            long isRead = now();
            for (int k = 0; k < TOGETHER; k++) {
                answers[k] = recommender.recommend(read[k]);
            }
            long isComputed = now();
            for (int k = 0; k < TOGETHER; k++) {
                bytes += AnswerJson.of(answers[k]).length;
            }
            long isWritten = now();
            if (i >= 0) {
                times[Part.READ.ordinal()][i] = isRead - start;
                times[Part.COMPUTED.ordinal()][i] = isComputed - isRead;
                times[Part.WRITTEN.ordinal()][i] = isWritten - isComputed;
                times[Part.ALL.ordinal()][i] = isWritten - start;
            }
        }
        System.out.printf(
                "recommendation  %-26s %-105s %s (%d bytes)%n",
                slug,
                json,
                Arrays.stream(Part.values())
                        .map(part -> String.format("%s %.1f µs", part, median(times[part.ordinal()])))
                        .collect(Collectors.joining(", ")),
                bytes / (warmUp + measured) / TOGETHER);
    }

    /** What a question costs: read and checked, computed and put into words, written as JSON. */
    private enum Part {
        READ,
        COMPUTED,
        WRITTEN,
        ALL
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Microseconds of one question. */
    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2] / 1e3 / TOGETHER;
    }
}
