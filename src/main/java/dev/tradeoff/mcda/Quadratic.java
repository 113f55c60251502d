package dev.tradeoff.mcda;

/**
 * Where a + b·y + c·y² is 0 for positive y. Weights enter as odds, y = t / (1 − t) or its square, so that 0 and
 * infinity stand for the ends of a sweep, which need no root.
 */
final class Quadratic {

    /** A discriminant of this size relative to its parts may be 0 but for rounding: two curves that touch. */
    private static final double ROUNDING = 1e-14;

    private Quadratic() {}

    /** Root of a linear equation; not positive where there is none. */
    static double root(double a, double b) {
        return -a / b;
    }

    /**
     * The smaller root of two, or the only one; not positive, or not a number, where there is none.
     * Neither root suffers from cancellation (Press et al., 1992, section 5.6).
     */
    static double firstRoot(double a, double b, double c) {
        return c == 0 ? root(a, b) : a / halfway(a, b, c);
    }

    /** The other root. */
    static double secondRoot(double a, double b, double c) {
        return c == 0 ? Double.NaN : halfway(a, b, c) / c;
    }

    private static double halfway(double a, double b, double c) {
        var square = b * b;
        var product = 4 * a * c;
        var discriminant = square - product;
        if (discriminant < 0 && discriminant >= -ROUNDING * square) {
            discriminant = 0;
        }
        return -(b + Math.copySign(Math.sqrt(discriminant), b)) / 2;
    }
}
