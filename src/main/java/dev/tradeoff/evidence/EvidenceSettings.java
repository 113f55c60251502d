package dev.tradeoff.evidence;

import java.time.Period;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How strict the linter is.
 *
 * @param contradictionRatio two figures of one option and metric contradict one another when they are so many times
 *     apart; at least 1
 * @param outlierRatio a figure so many times away from the nearest other one is an outlier; at least 1
 * @param concurrencyRatio two measurements had different loads when their mean concurrency is so many times apart; at
 *     least 1
 * @param shelfLife how long after its observation a claim is good; longer than nothing, at most 1,000 years
 * @param shelfLives the same for some metrics, by name; names that stand for one metric share its shelf life
 */
public record EvidenceSettings(
        double contradictionRatio,
        double outlierRatio,
        double concurrencyRatio,
        Period shelfLife,
        Map<String, Period> shelfLives) {

    /** Factors 2 and 10, concurrency 10 % apart, 18 months. */
    public static final EvidenceSettings DEFAULT = new EvidenceSettings(2, 10, 1.1, Period.ofMonths(18), Map.of());

    private static final int LONGEST_YEARS = 1_000;

    /** @throws IllegalArgumentException naming the setting that is out of its range */
    public EvidenceSettings {
        requireRatio("contradiction-ratio", contradictionRatio);
        requireRatio("outlier-ratio", outlierRatio);
        requireRatio("concurrency-ratio", concurrencyRatio);
        requireShelfLife("shelf-life", shelfLife);
        shelfLives.forEach((metric, period) -> requireShelfLife("shelf-lives." + metric, period));
        shelfLives = byCanonicalName(shelfLives);
    }

    /** How long a claim of that metric is good. */
    public Period shelfLifeOf(String metric) {
        return shelfLives.getOrDefault(Metric.canonical(metric), shelfLife);
    }

    private static void requireRatio(String setting, double ratio) {
        if (!(ratio >= 1 && ratio < Double.POSITIVE_INFINITY)) { // refuses NaN too
            throw new IllegalArgumentException(setting + " must be a number of at least 1, not " + ratio);
        }
    }

    private static void requireShelfLife(String setting, Period period) {
        boolean tooLong = period.toTotalMonths() > LONGEST_YEARS * 12L || period.getDays() > LONGEST_YEARS * 366L;
        if (period.isZero() || period.isNegative() || tooLong) {
            throw new IllegalArgumentException(
                    setting + " must be longer than nothing and at most " + LONGEST_YEARS + " years, not " + period);
        }
    }

    private static Map<String, Period> byCanonicalName(Map<String, Period> shelfLives) {
        var canonical = new TreeMap<String, Period>();
        shelfLives.forEach((metric, period) -> {
            var known = canonical.putIfAbsent(Metric.canonical(metric), period);
            if (known != null && !known.equals(period)) {
                throw new IllegalArgumentException(
                        "shelf-lives." + metric + " is of a metric that has another shelf life under another name");
            }
        });
        return Collections.unmodifiableMap(canonical);
    }
}
