package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Matrices for tests. */
final class Matrices {

    private Matrices() {}

    /** @param directions {@code +} for each criterion of which more is better, {@code -} of which less is */
    static DecisionMatrix matrix(String directions, double[]... rows) {
        return new DecisionMatrix(
                directions
                        .chars()
                        .mapToObj(sign -> sign == '+' ? Criterion.higherIsBetter() : Criterion.lowerIsBetter())
                        .toList(),
                Arrays.stream(rows).map(Matrices::cells).toList());
    }

    /** All criteria on the scale from 0 to 1, the second and every other one the other way round. */
    static DecisionMatrix onScale(double[]... rows) {
        return new DecisionMatrix(
                IntStream.range(0, rows[0].length)
                        .mapToObj(j -> Criterion.on(j % 2 == 0 ? new Anchors(0, 1) : new Anchors(1, 0)))
                        .toList(),
                Arrays.stream(rows).map(Matrices::cells).toList());
    }

    static List<Cell> cells(double... figures) {
        return Arrays.stream(figures).mapToObj(Cell::of).toList();
    }

    static double[] row(double... figures) {
        return figures;
    }

    /** Figures between 0.01 and 1, on the scale from 0 to 1, so that all methods and normalisations suit. */
    static DecisionMatrix random(Random random, int options, int criteria) {
        return onScale(IntStream.range(0, options)
                .mapToObj(i -> random.doubles(criteria, 0.01, 1).toArray())
                .toArray(double[][]::new));
    }

    static double[] randomWeights(Random random, int criteria) {
        return random.doubles(criteria, 0.01, 1).toArray();
    }

    static boolean suits(DecisionMatrix matrix, Method method) {
        try {
            Suitability.leastFigures(matrix, method);
            return true;
        } catch (Unsuitable unsuitable) {
            return false;
        }
    }

    static double[] equalWeights(int criteria) {
        var weights = new double[criteria];
        Arrays.fill(weights, 1);
        return weights;
    }

    static Preference preference(Preference.Type type, double q, double p, double s) {
        return new Preference(type, q, p, s);
    }

    static Method.PrometheeII promethee(Normalisation normalisation, Preference preference, int criteria) {
        return new Method.PrometheeII(
                normalisation,
                IntStream.range(0, criteria).mapToObj(j -> preference).toList());
    }

    /** Every method with every normalisation that it has. */
    static List<Method> methods(int criteria) {
        var vShape = preference(Preference.Type.V_SHAPE, 0, 0.5, 0);
        return Arrays.stream(Normalisation.values())
                .flatMap(normalisation -> Stream.of(
                                new Method.WeightedSum(normalisation),
                                new Method.WeightedProduct(normalisation, 0),
                                new Method.WeightedProduct(normalisation, 0.2),
                                new Method.Topsis(normalisation),
                                promethee(normalisation, vShape, criteria),
                                normalisation == Normalisation.MIN_MAX || normalisation == Normalisation.SCALE
                                        ? new Method.Vikor(normalisation, 0.5)
                                        : new Method.WeightedSum(normalisation))
                        .map(Method.class::cast))
                .distinct()
                .toList();
    }
}
