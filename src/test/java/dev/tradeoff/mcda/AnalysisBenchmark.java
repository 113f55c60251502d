package dev.tradeoff.mcda;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints the CPU time of one thread that analyses take, the median of many runs after a warm-up, beside the estimate of
 * {@link Analysis#operations}. Run it with {@code java -cp target/test-classes:target/classes
 * dev.tradeoff.mcda.AnalysisBenchmark}.
 */
final class AnalysisBenchmark {

    private static final long WARM_UP_NANOSECONDS = 1_500_000_000;
    private static final long RUN_NANOSECONDS = 1_500_000_000;
    private static final int LEAST_RUNS = 3;

    private double sink;

    public static void main(String[] arguments) {
        new AnalysisBenchmark().run();
    }

    private void run() {
        System.out.printf("%s, %s%n", System.getProperty("java.vm.name"), System.getProperty("java.runtime.version"));
        System.out.printf("%-62s %12s %12s%n", "", "median µs", "estimate µs");
        for (var method : methods(12)) {
            measure("2 × 12, everything", certain(2, 12), method, 10_000);
        }
        for (var method : methods(20)) {
            measure("20 × 20, 10,000 samples, everything", certain(20, 20), method, 10_000);
        }
        for (var method : methods(20)) {
            measure("20 × 20 uncertain, 10,000 samples, everything", uncertain(20, 20), method, 10_000);
        }
        for (var method : methods(200)) {
            measure("100 × 200, 2,000 samples, everything", certain(100, 200), method, 2_000);
        }
        measureAcceptability();
    }

    /** Sampling alone, which is the larger part of most requests. */
    private void measureAcceptability() {
        for (var method : methods(20)) {
            var analysis = Analysis.of(certain(20, 20), Matrices.equalWeights(20), method);
            report("20 × 20, 10,000 samples, acceptability alone", method, 0, () -> analysis.acceptability(10_000, 1)
                    .ranks()
                    .getFirst()
                    .getFirst());
        }
    }

    private void measure(String what, DecisionMatrix matrix, Method method, int samples) {
        var weights = new Random(2).doubles(matrix.criteria().size(), 0.1, 1).toArray();
        var estimate = Analysis.of(matrix, weights, method).operations(samples);
        report(what, method, estimate, () -> everything(matrix, weights, method, samples));
    }

    private double everything(DecisionMatrix matrix, double[] weights, Method method, int samples) {
        var analysis = Analysis.of(matrix, weights, method);
        var flips = IntStream.range(0, matrix.options())
                .filter(i -> analysis.smallestFlipTo(i).isPresent())
                .count();
        return analysis.scores().getFirst()
                + analysis.ranks().getFirst()
                + flips
                + analysis.details().hashCode()
                + analysis.scoreRanges().size()
                + (analysis.isFirstThroughout(analysis.winners().getFirst()) ? 1 : 0)
                + analysis.smallestFlip().map(Flip::change).orElse(0.0)
                + analysis.acceptability(samples, 1).ranks().getFirst().getFirst()
                + analysis.rankReversals().size();
    }

    private interface Work {
        double run();
    }

    private void report(String what, Method method, long estimate, Work work) {
        repeat(work, WARM_UP_NANOSECONDS);
        var times = repeat(work, RUN_NANOSECONDS);
        var median = times.get(times.size() / 2) / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "%-46s %-15s %12.1f %12.1f%n",
                what,
                method.getClass().getSimpleName(),
                median,
                estimate / 1000.0);
        if (sink == Math.PI) {
            System.out.println();
        }
    }

    private List<Long> repeat(Work work, long nanoseconds) {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new ArrayList<Long>();
        var begin = threads.getCurrentThreadCpuTime();
        while (times.size() < LEAST_RUNS || threads.getCurrentThreadCpuTime() - begin < nanoseconds) {
            var from = threads.getCurrentThreadCpuTime();
            sink += work.run();
            times.add(threads.getCurrentThreadCpuTime() - from);
        }
        times.sort(null);
        return times;
    }

    private static List<Method> methods(int criteria) {
        return List.of(
                new Method.WeightedSum(Normalisation.SCALE),
                new Method.WeightedProduct(Normalisation.SCALE, 0.2),
                new Method.Topsis(Normalisation.SCALE),
                new Method.Vikor(Normalisation.SCALE, 0.5),
                Matrices.promethee(Normalisation.SCALE, new Preference(Preference.Type.V_SHAPE, 0, 1, 0), criteria));
    }

    private static DecisionMatrix certain(int options, int criteria) {
        return Matrices.random(new Random(1), options, criteria);
    }

    /** Every tenth cell anything on its scale. */
    private static DecisionMatrix uncertain(int options, int criteria) {
        var matrix = certain(options, criteria);
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < options; i++) {
            var cells = new ArrayList<>(matrix.rows().get(i));
            for (var j = i % 10; j < criteria; j += 10) {
                cells.set(j, new Cell.Range(0, 1));
            }
            rows.add(cells);
        }
        return new DecisionMatrix(matrix.criteria(), rows);
    }
}
