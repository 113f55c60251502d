package dev.tradeoff.mcda;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of pairwise judgements, kept as logarithms. Its eigenvector is sought of the matrix balanced by the
 * geometric means of its rows, which are the weights themselves if all judgements fit: then figures are near 1.
 */
final class Judgements {

    private static final double RECIPROCITY = 1e-6;
    private static final double FITS = 1e-9;

    /** A misfit is larger than that of an earlier judgement only if it is by more than this. */
    private static final double SAME = 1e-12;

    private static final double CONSISTENT = 0.1;

    /** Saaty (1980), from one criterion to 15. */
    private static final double[] RANDOM_INDEX = {
        0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };

    private final int criteria;
    private final double[][] judgements;
    private final double[][] logarithms;
    private final double[] means;

    /**
     * @throws Unsuitable if the judgements are not a square matrix of positive figures with their reciprocals opposite
     */
    Judgements(List<List<Double>> judgements) {
        this.criteria = judgements.size();
        this.judgements = new double[criteria][];
        this.logarithms = new double[criteria][criteria];
        this.means = new double[criteria];
        if (criteria == 0) {
            throw new Unsuitable("at least one criterion is needed");
        }
        for (var i = 0; i < criteria; i++) {
            this.judgements[i] = row(i, judgements.get(i));
        }
        for (var i = 0; i < criteria; i++) {
            for (var j = 0; j < criteria; j++) {
                checkReciprocity(i, j);
                logarithms[i][j] = StrictMath.log(this.judgements[i][j]);
            }
            means[i] = Numbers.sum(logarithms[i]) / criteria;
        }
    }

    private double[] row(int index, List<Double> row) {
        if (row.size() != criteria) {
            throw new Unsuitable(
                    "row " + index + " has " + row.size() + " judgements: give one for each criterion, " + criteria);
        }
        for (var judgement : row) {
            if (!(judgement > 0 && judgement < Double.POSITIVE_INFINITY)) {
                throw new Unsuitable("row " + index
                        + " has a judgement that is not above 0: say that less counts by a fraction, such as 1/3");
            }
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void checkReciprocity(int row, int column) {
        if (Math.abs(judgements[row][column] * judgements[column][row] - 1) > RECIPROCITY) {
            throw new Unsuitable(
                    row == column
                            ? "row " + row + ": a criterion counts as much as itself, so the diagonal must be 1"
                            : "row " + row + ", column " + column + ": the judgement opposite must be its reciprocal");
        }
    }

    PairwiseWeights weights() {
        var principal = PrincipalVector.of(balanced());
        var logarithms = logarithms(principal);
        var value = Math.max(criteria, principal.value());
        var index = criteria == 1 ? 0 : (value - criteria) / (criteria - 1);
        var randomIndex = randomIndex();
        var ratio = criteria <= 2 ? 0 : index / randomIndex;
        return new PairwiseWeights(
                Numbers.list(weights(logarithms)),
                value,
                index,
                ratio,
                randomIndex,
                criteria <= RANDOM_INDEX.length ? "saaty-1980" : "alonso-lamata-2006",
                ratio <= CONSISTENT,
                revisit(logarithms));
    }

    private double[][] balanced() {
        var balanced = new double[criteria][criteria];
        for (var i = 0; i < criteria; i++) {
            for (var j = 0; j < criteria; j++) {
                balanced[i][j] = StrictMath.exp(logarithms[i][j] + means[j] - means[i]);
            }
        }
        return balanced;
    }

    /** Of the weights, but for a common addend. */
    private double[] logarithms(PrincipalVector principal) {
        return IntStream.range(0, criteria)
                .mapToDouble(i -> StrictMath.log(principal.vector()[i]) + means[i])
                .toArray();
    }

    private static double[] weights(double[] logarithms) {
        var largest = Numbers.max(logarithms);
        var weights = new double[logarithms.length];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(logarithms[i] - largest);
        }
        return Weights.rescaled(weights);
    }

    /** {@code n} criteria: of Saaty up to 15, then of Alonso & Lamata. */
    private double randomIndex() {
        return criteria <= RANDOM_INDEX.length
                ? RANDOM_INDEX[criteria - 1]
                : (2.7699 * criteria - 4.3513 - criteria) / (criteria - 1);
    }

    private PairwiseWeights.@Nullable Revisit revisit(double[] weights) {
        var row = 0;
        var column = 0;
        var worst = 0.0;
        for (var i = 0; i < criteria; i++) {
            for (var j = i + 1; j < criteria; j++) {
                var misfit = Math.abs(logarithms[i][j] + weights[j] - weights[i]);
                if (misfit > Math.max(FITS, worst + SAME)) {
                    row = i;
                    column = j;
                    worst = misfit;
                }
            }
        }
        return worst > FITS
                ? new PairwiseWeights.Revisit(row, column, judgements[row][column], suggested(row, column))
                : null;
    }

    /**
     * What the others say of a pair: the ratio of their weights in the matrix without its judgement, in which 0 stands
     * for it and each of both counts once more on the diagonal (Harker, 1987).
     */
    private double suggested(int row, int column) {
        var without = balanced();
        without[row][column] = 0;
        without[column][row] = 0;
        without[row][row] += 1;
        without[column][column] += 1;
        var weights = logarithms(PrincipalVector.of(without));
        return StrictMath.exp(weights[row] - weights[column]);
    }
}
