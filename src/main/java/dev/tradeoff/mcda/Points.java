package dev.tradeoff.mcda;

import java.util.Arrays;

/** Points strictly inside an open interval. */
final class Points {

    private final double from;
    private final double to;
    private double[] points = new double[8];
    private int size;

    Points(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /** Leaves out what lies outside, and what is no number. */
    void add(double point) {
        if (point > from && point < to) {
            if (size == points.length) {
                points = Arrays.copyOf(points, 2 * size);
            }
            points[size++] = point;
        }
    }

    double[] ascending() {
        var sorted = Arrays.copyOf(points, size);
        if (size > 1) {
            Arrays.sort(sorted);
        }
        return sorted;
    }
}
