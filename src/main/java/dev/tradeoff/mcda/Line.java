package dev.tradeoff.mcda;

/** A linear function on [0, 1], by its values at both ends. */
record Line(double start, double end) {

    static final Line ZERO = new Line(0, 0);

    double at(double t) {
        return (1 - t) * start + t * end;
    }

    Line minus(Line other) {
        return new Line(start - other.start, end - other.end);
    }

    boolean isZero() {
        return start == 0 && end == 0;
    }

    Line times(double factor) {
        return new Line(start * factor, end * factor);
    }

    /** Where it crosses 0; no number, or outside of [0, 1], where it does not. */
    double root() {
        return start / (start - end);
    }
}
