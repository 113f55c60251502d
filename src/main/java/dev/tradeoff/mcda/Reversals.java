package dev.tradeoff.mcda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who would be first without one of those who are not. */
final class Reversals {

    private final Method method;
    private final List<Criterion> criteria;
    private final double[][] columns;
    private final double[] weights;

    /** @param columns figures as they were given, column by column */
    Reversals(Method method, List<Criterion> criteria, double[][] columns, double[] weights) {
        this.method = method;
        this.criteria = criteria;
        this.columns = columns;
        this.weights = weights;
    }

    /** @param first those that are first now */
    List<Reversal> of(int[] first) {
        if (areIndependent()) {
            return List.of();
        }
        var reversals = new ArrayList<Reversal>();
        for (var removed = 0; removed < columns[0].length; removed++) {
            if (!Standing.isIn(removed, first)) {
                Stopped.ifInterrupted();
                var then = firstWithout(removed);
                if (!Arrays.equals(then, first)) {
                    reversals.add(new Reversal(removed, Numbers.list(then)));
                }
            }
        }
        return List.copyOf(reversals);
    }

    /** Whether a score depends on no other option, so that nothing can be reversed. */
    private boolean areIndependent() {
        return switch (method) {
            case Method.WeightedSum sum -> isIndependent(sum.normalisation());
            case Method.WeightedProduct product -> isIndependent(product.normalisation());
            case Method.Topsis topsis -> topsis.normalisation() == Normalisation.SCALE;
            case Method.Vikor vikor -> false;
            case Method.PrometheeII promethee -> false;
        };
    }

    private static boolean isIndependent(Normalisation normalisation) {
        return normalisation == Normalisation.NONE || normalisation == Normalisation.SCALE;
    }

    /** Indices in the full matrix. */
    private int[] firstWithout(int removed) {
        var others =
                IntStream.range(0, columns[0].length).filter(i -> i != removed).toArray();
        var left = Arrays.stream(columns)
                .map(column -> IntStream.of(others).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
        var model = Model.of(method, criteria, left);
        var then = Standing.first(model.strengths(weights), model.tolerance(weights));
        return IntStream.of(then).map(i -> others[i]).toArray();
    }
}
