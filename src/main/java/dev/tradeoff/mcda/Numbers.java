package dev.tradeoff.mcda;

import java.util.List;

/** Arithmetic that holds for huge figures too, and lists of figures. */
final class Numbers {

    private Numbers() {}

    /** (x − from) / (to − from), without overflow on the way; {@code from} and {@code to} differ. */
    static double position(double x, double from, double to) {
        var span = to - from;
        var offset = x - from;
        return Double.isInfinite(span) || Double.isInfinite(offset)
                ? (x / 2 - from / 2) / (to / 2 - from / 2)
                : offset / span;
    }

    /**
     * Multiplies by the power of two, which is exact, that brings the largest to between 1 and 2: then sums and squares
     * do not overflow.
     */
    static void scale(double[] figures, double[] into) {
        var exponent = Math.getExponent(largest(figures));
        for (var i = 0; i < into.length; i++) {
            into[i] = Math.scalb(figures[i], -exponent);
        }
    }

    /** The largest absolute figure. */
    static double largest(double[] figures) {
        var largest = 0.0;
        for (var figure : figures) {
            largest = Math.max(largest, Math.abs(figure));
        }
        return largest;
    }

    static double min(double[] figures) {
        var min = figures[0];
        for (var figure : figures) {
            min = Math.min(min, figure);
        }
        return min;
    }

    static double max(double[] figures) {
        var max = figures[0];
        for (var figure : figures) {
            max = Math.max(max, figure);
        }
        return max;
    }

    /** Compensated (Neumaier, 1974): right to the last bit or two in whatever order. */
    static double sum(double[] terms) {
        var sum = 0.0;
        var carry = 0.0;
        for (var term : terms) {
            var next = sum + term;
            carry += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        return sum + carry;
    }

    static List<Double> list(double[] figures) {
        var boxed = new Double[figures.length];
        for (var i = 0; i < boxed.length; i++) {
            boxed[i] = figures[i];
        }
        return List.of(boxed);
    }

    static List<Integer> list(int[] indices) {
        var boxed = new Integer[indices.length];
        for (var i = 0; i < boxed.length; i++) {
            boxed[i] = indices[i];
        }
        return List.of(boxed);
    }
}
