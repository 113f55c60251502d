package dev.tradeoff.evidence;

import java.util.Optional;
import java.util.Set;

/** The names of metrics: several may stand for one, and some are about another. */
final class Metric {

    static final String REQUESTS_PER_SECOND = "requests-per-second";

    private static final Set<String> OTHER_NAMES = Set.of("queries-per-second", "responses-per-second", "qps", "rps");

    /** Means only: Little's law says nothing of percentiles. */
    private static final Set<String> MEAN_LATENCIES =
            Set.of("response-time", "mean-response-time", "latency", "mean-latency");

    private static final String RELATIVE = "relative-";
    private static final String THROUGHPUT = "throughput";

    private Metric() {}

    /** The one name of what several names stand for. */
    static String canonical(String metric) {
        return about(metric).map(RELATIVE::concat).orElseGet(() -> absolute(metric));
    }

    /** Which metric a relative one compares: {@code relative-throughput} is about requests per second. */
    static Optional<String> about(String metric) {
        if (!metric.startsWith(RELATIVE)) {
            return Optional.empty();
        }
        var compared = metric.substring(RELATIVE.length());
        return Optional.of(compared.equals(THROUGHPUT) ? REQUESTS_PER_SECOND : absolute(compared));
    }

    static boolean isMeanLatency(String metric) {
        return MEAN_LATENCIES.contains(metric);
    }

    private static String absolute(String metric) {
        return OTHER_NAMES.contains(metric) ? REQUESTS_PER_SECOND : metric;
    }
}
