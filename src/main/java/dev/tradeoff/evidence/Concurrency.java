package dev.tradeoff.evidence;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.evidence.Farthest.Pair;
import dev.tradeoff.evidence.Unit.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measurements that cannot have had the same load. Throughput times mean latency is the mean number of requests in flight
 * (Little, 1961): L = λ W, in requests, with λ in requests per second and W in seconds. The two are multiplied only where
 * one measurement has them of one option and subject, and nothing else could be meant.
 */
final class Concurrency {

    private static final int MOST_PAIRS = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final EvidenceSettings settings;
    private final Wording words;
    private final Report report;

    Concurrency(EvidenceSettings settings, Wording words, Report report) {
        this.settings = settings;
        this.words = words;
        this.report = report;
    }

    /** A run of one option, with both figures. */
    private record Run(Quantity throughput, Quantity latency, Interval inFlight) {

        static Optional<Run> of(Quantity throughput, Quantity latency) {
            return throughput.values().times(latency.values()).map(inFlight -> new Run(throughput, latency, inFlight));
        }

        @Nullable
        String conditions() {
            return throughput.conditions() == null ? latency.conditions() : throughput.conditions();
        }

        String measurement() {
            return Objects.requireNonNull(throughput.claim().measurement());
        }

        String option() {
            return throughput.claim().option();
        }

        String inWords() {
            return Wording.figure(throughput) + " × " + Wording.figure(latency);
        }
    }

    /** What was taken of one thing in one run. */
    private static final class Taken {

        private final List<Quantity> throughputs = new ArrayList<>();
        private final List<Quantity> latencies = new ArrayList<>();

        private record Of(String measurement, String option, String subject) {}

        /** Figures of the same conditions belong together; then the only ones that are left, if they may. */
        List<Run> runs() {
            var runs = new ArrayList<Run>();
            for (var throughput : List.copyOf(throughputs)) {
                if (count(throughputs, throughput) == 1 && count(latencies, throughput) == 1) {
                    var latency = latencies.stream()
                            .filter(each -> Objects.equals(each.conditions(), throughput.conditions()))
                            .findFirst()
                            .orElseThrow();
                    throughputs.remove(throughput);
                    latencies.remove(latency);
                    Run.of(throughput, latency).ifPresent(runs::add);
                }
            }
            if (throughputs.size() == 1
                    && latencies.size() == 1
                    && throughputs.getFirst().mayShareConditionsWith(latencies.getFirst())) {
                Run.of(throughputs.getFirst(), latencies.getFirst()).ifPresent(runs::add);
            }
            return runs;
        }

        private static long count(List<Quantity> quantities, Quantity like) {
            return quantities.stream()
                    .filter(each -> Objects.equals(each.conditions(), like.conditions()))
                    .count();
        }
    }

    void find(List<Quantity> quantities) {
        var runs = runs(quantities);
        var different = new boolean[runs.size()];
        var farthest = new Farthest<Run>(MOST_PAIRS);
        for (int i = 0; i < runs.size(); i++) {
            for (int j = i + 1; j < runs.size(); j++) {
                var first = runs.get(i);
                var second = runs.get(j);
                if (Quantity.mayBeSame(first.conditions(), second.conditions())) {
                    double apart = first.inFlight().apart(second.inFlight());
                    if (Interval.reaches(apart, settings.concurrencyRatio())) {
                        different[i] = true;
                        different[j] = true;
                        farthest.add(first, second, apart);
                    }
                }
            }
        }
        mark(runs, different);
        farthest.forEach(this::finding);
    }

    private void mark(List<Run> runs, boolean[] different) {
        for (int i = 0; i < different.length; i++) {
            if (different[i]) {
                report.mark(
                        ClaimIssue.CONDITIONS_DIFFER, runs.get(i).throughput().claim());
                report.mark(ClaimIssue.CONDITIONS_DIFFER, runs.get(i).latency().claim());
            }
        }
    }

    private static List<Run> runs(List<Quantity> quantities) {
        Map<Taken.Of, Taken> taken = new LinkedHashMap<>();
        for (var quantity : quantities) {
            var measurement = quantity.claim().measurement();
            if (measurement == null
                    || measurement.isEmpty()
                    || !quantity.isAbsolute()
                    || !quantity.values().isPositive()) {
                continue;
            }
            var of = new Taken.Of(
                    measurement, quantity.claim().option(), quantity.claim().subject());
            if (quantity.metric().equals(Metric.REQUESTS_PER_SECOND)
                    && quantity.dimension().equals(Dimension.RATE)) {
                taken.computeIfAbsent(of, run -> new Taken()).throughputs.add(quantity);
            } else if (Metric.isMeanLatency(quantity.metric())
                    && quantity.dimension().equals(Dimension.TIME)) {
                taken.computeIfAbsent(of, run -> new Taken()).latencies.add(quantity);
            }
        }
        return taken.values().stream().flatMap(each -> each.runs().stream()).toList();
    }

    private void finding(Pair<Run> pair) {
        var first = pair.first();
        var second = pair.second();
        var ratio = first.inFlight().ratio(second.inFlight()).orElseThrow();
        var percent = ratio.subtract(BigDecimal.ONE).multiply(HUNDRED, MathContext.DECIMAL64);
        report.add(new EvidenceFinding(
                Kind.CONDITIONS_DIFFER,
                List.of(
                        first.throughput().claim().slug(),
                        first.latency().claim().slug(),
                        second.throughput().claim().slug(),
                        second.latency().claim().slug()),
                "By Little's law, " + first.inWords() + " of " + words.option(first.option()) + " in "
                        + first.measurement() + " means " + Wording.brief(first.inFlight())
                        + " requests in flight on average, " + second.inWords() + " of "
                        + words.option(second.option()) + " in " + second.measurement() + " means "
                        + Wording.brief(second.inFlight()) + ": if both hold, mean concurrency differed by "
                        + Wording.percent(percent) + ".",
                Stream.of(
                                Figure.in(
                                        first.throughput().claim(),
                                        first.latency().claim()),
                                Figure.in(
                                        second.throughput().claim(),
                                        second.latency().claim()),
                                inFlight(first),
                                inFlight(second),
                                Stream.of(Figure.out("percent", percent, "%", null)))
                        .flatMap(figures -> figures)
                        .toList(),
                "Write down how many requests each run kept in flight, or at which rate they were sent (`conditions` of all four): figures taken under different load don't compare "
                        + (first.option().equals(second.option()) ? "with each other." : "the options.")));
    }

    private static Stream<Figure> inFlight(Run run) {
        return Figure.out(
                "concurrency", run.inFlight(), "1", run.throughput().claim().slug());
    }
}
