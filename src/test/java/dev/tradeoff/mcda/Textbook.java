package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The methods once more, as their papers write them and with nothing in mind but that: what the engine is held against.
 * For figures that are no trouble.
 */
final class Textbook {

    private Textbook() {}

    /** Scores of which more is better: −Q for VIKOR. */
    static double[] strengths(DecisionMatrix matrix, double[] weights, Method method) {
        var sum = Arrays.stream(weights).sum();
        var w = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        var n = normalised(matrix, method);
        return switch (method) {
            case Method.WeightedSum m -> each(n, row -> sum(w, j -> w[j] * row[j]));
            case Method.WeightedProduct m ->
                each(n, row -> IntStream.range(0, w.length)
                        .mapToDouble(j -> Math.pow(m.floor() + (1 - m.floor()) * row[j], w[j]))
                        .reduce(1, (a, b) -> a * b));
            case Method.Topsis m -> topsis(n, w, m);
            case Method.Vikor m -> vikor(n, w, m.v());
            case Method.PrometheeII m -> promethee(n, w, m);
        };
    }

    private static double[][] normalised(DecisionMatrix matrix, Method method) {
        var rows = matrix.rows().stream()
                .map(row -> row.stream().mapToDouble(Cell::mean).toArray())
                .toArray(double[][]::new);
        var normalised = new double[rows.length][rows[0].length];
        for (var j = 0; j < rows[0].length; j++) {
            var column = j;
            var x = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            var criterion = matrix.criteria().get(j);
            for (var i = 0; i < rows.length; i++) {
                normalised[i][j] = normalised(x, i, criterion, method);
            }
        }
        return normalised;
    }

    private static double normalised(double[] x, int i, Criterion criterion, Method method) {
        var isMax = criterion.direction() == Direction.MAX;
        var min = Arrays.stream(x).min().orElseThrow();
        var max = Arrays.stream(x).max().orElseThrow();
        var length = Math.sqrt(Arrays.stream(x).map(figure -> figure * figure).sum());
        return switch (method.normalisation()) {
            case NONE -> isMax ? x[i] : method instanceof Method.WeightedProduct ? 1 / x[i] : -x[i];
            case SCALE ->
                Math.clamp(
                        (x[i] - criterion.anchors().worst())
                                / (criterion.anchors().best()
                                        - criterion.anchors().worst()),
                        0.0,
                        1.0);
            case MIN_MAX -> isMax ? (x[i] - min) / (max - min) : (max - x[i]) / (max - min);
            case VECTOR -> isMax ? x[i] / length : 1 - x[i] / length;
            case SUM ->
                isMax
                        ? x[i] / Arrays.stream(x).sum()
                        : 1 / x[i] / Arrays.stream(x).map(figure -> 1 / figure).sum();
            case RATIO -> isMax ? x[i] / max : min / x[i];
        };
    }

    private static double[] topsis(double[][] n, double[] w, Method.Topsis method) {
        var ideal = new double[w.length];
        var antiIdeal = new double[w.length];
        for (var j = 0; j < w.length; j++) {
            var column = j;
            var isScale = method.normalisation() == Normalisation.SCALE;
            ideal[j] = w[j]
                    * (isScale
                            ? 1
                            : Arrays.stream(n)
                                    .mapToDouble(row -> row[column])
                                    .max()
                                    .orElseThrow());
            antiIdeal[j] = w[j]
                    * (isScale
                            ? 0
                            : Arrays.stream(n)
                                    .mapToDouble(row -> row[column])
                                    .min()
                                    .orElseThrow());
        }
        return each(n, row -> {
            var down = Math.sqrt(sum(w, j -> Math.pow(w[j] * row[j] - ideal[j], 2)));
            var up = Math.sqrt(sum(w, j -> Math.pow(w[j] * row[j] - antiIdeal[j], 2)));
            return up / (up + down);
        });
    }

    /** On figures for which 1 is the best and 0 the worst. */
    private static double[] vikor(double[][] n, double[] w, double v) {
        var s = each(n, row -> sum(w, j -> w[j] * (1 - row[j])));
        var r = each(n, row -> IntStream.range(0, w.length)
                .mapToDouble(j -> w[j] * (1 - row[j]))
                .max()
                .orElseThrow());
        return IntStream.range(0, n.length)
                .mapToDouble(i -> -(v * place(s, i) + (1 - v) * place(r, i)))
                .toArray();
    }

    private static double place(double[] x, int i) {
        var min = Arrays.stream(x).min().orElseThrow();
        var max = Arrays.stream(x).max().orElseThrow();
        return max == min ? 0 : (x[i] - min) / (max - min);
    }

    private static double[] promethee(double[][] n, double[] w, Method.PrometheeII method) {
        return each(
                n,
                a -> Arrays.stream(n)
                                .filter(b -> b != a)
                                .mapToDouble(b -> sum(
                                                w,
                                                j -> w[j]
                                                        * preference(
                                                                method.preferences()
                                                                        .get(j),
                                                                a[j] - b[j]))
                                        - sum(
                                                w,
                                                j -> w[j]
                                                        * preference(
                                                                method.preferences()
                                                                        .get(j),
                                                                b[j] - a[j])))
                                .sum()
                        / (n.length - 1));
    }

    private static double preference(Preference function, double d) {
        if (d <= 0) {
            return 0;
        }
        return switch (function.type()) {
            case USUAL -> 1;
            case U_SHAPE -> d <= function.q() ? 0 : 1;
            case V_SHAPE -> d <= function.p() ? d / function.p() : 1;
            case LEVEL -> d <= function.q() ? 0 : d <= function.p() ? 0.5 : 1;
            case LINEAR ->
                d <= function.q() ? 0 : d <= function.p() ? (d - function.q()) / (function.p() - function.q()) : 1;
            case GAUSSIAN -> 1 - Math.exp(-d * d / (2 * function.s() * function.s()));
        };
    }

    private static double[] each(double[][] rows, ToDoubleFunction<double[]> score) {
        return Arrays.stream(rows).mapToDouble(score).toArray();
    }

    private static double sum(double[] weights, java.util.function.IntToDoubleFunction term) {
        return IntStream.range(0, weights.length).mapToDouble(term).sum();
    }
}
