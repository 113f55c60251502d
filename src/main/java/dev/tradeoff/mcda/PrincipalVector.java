package dev.tradeoff.mcda;

import java.util.Arrays;

/**
 * The largest eigenvalue and its eigenvector, by power iteration. Half of the eigenvalue is added to the matrix's
 * diagonal on the way: it leaves the vector as it is and damps the others, which for judgements in a circle (a over b
 * over c over a) turn round.
 *
 * @param vector positive, summing to 1
 */
record PrincipalVector(double value, double[] vector) {

    private static final double PRECISION = 1e-15;
    private static final double ROUNDING = 1e-12;
    private static final int MOST_STEPS = 20_000;

    /**
     * @param matrix square, with at least 0 everywhere and more on the diagonal, and with ways from each row to each
     * other
     */
    static PrincipalVector of(double[][] matrix) {
        var vector = new double[matrix.length];
        Arrays.fill(vector, 1.0 / matrix.length);
        var value = 0.0;
        var change = Double.POSITIVE_INFINITY;
        for (var step = 0; step < MOST_STEPS; step++) {
            Stopped.ifInterrupted();
            var image = times(matrix, vector);
            value = Numbers.sum(image);
            var next = damped(image, vector, value);
            var before = change;
            change = change(vector, next);
            vector = next;
            if (change <= PRECISION || change < ROUNDING && change >= before) {
                break;
            }
        }
        return new PrincipalVector(value, vector);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        var image = new double[vector.length];
        for (var i = 0; i < image.length; i++) {
            for (var j = 0; j < vector.length; j++) {
                image[i] += matrix[i][j] * vector[j];
            }
        }
        return image;
    }

    private static double[] damped(double[] image, double[] vector, double value) {
        var next = new double[image.length];
        for (var i = 0; i < next.length; i++) {
            next[i] = image[i] + value / 2 * vector[i];
        }
        var sum = Numbers.sum(next);
        for (var i = 0; i < next.length; i++) {
            next[i] /= sum;
        }
        return next;
    }

    private static double change(double[] vector, double[] next) {
        var change = 0.0;
        for (var i = 0; i < next.length; i++) {
            change = Math.max(change, Math.abs(next[i] / vector[i] - 1));
        }
        return change;
    }
}
