package dev.tradeoff.mcda;

/** What is known of one option under one criterion; all figures finite. */
public sealed interface Cell {

    /** The figure that scores are computed from. */
    double mean();

    boolean isCertain();

    static Cell of(double value) {
        return new Exact(value);
    }

    /** A figure. */
    record Exact(double value) implements Cell {
        public Exact {
            finite(value);
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public boolean isCertain() {
            return true;
        }
    }

    /** Anything from {@code min} to {@code max}, uniformly. */
    record Range(double min, double max) implements Cell {
        public Range {
            finite(min);
            finite(max);
            if (min > max) {
                throw new IllegalArgumentException("min must be at most max");
            }
        }

        @Override
        public double mean() {
            return min / 2 + max / 2;
        }

        @Override
        public boolean isCertain() {
            return min == max;
        }
    }

    /** Normally distributed; {@code sd} is at least 0. */
    record Normal(double mean, double sd) implements Cell {
        public Normal {
            finite(mean);
            finite(sd);
            if (sd < 0) {
                throw new IllegalArgumentException("sd must be at least 0");
            }
        }

        @Override
        public boolean isCertain() {
            return sd == 0;
        }
    }

    private static void finite(double figure) {
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException("figures must be finite");
        }
    }
}
