package dev.tradeoff.mcda;

/**
 * How a difference between two options on one criterion becomes a preference in [0, 1] (the six generalised criteria of
 * Brans & Vincke, 1985). Thresholds that a type does not use may be anything valid.
 *
 * @param q indifference threshold, at least 0
 * @param p preference threshold, at least {@code q} where the type has both
 * @param s standard deviation of the Gaussian, at least 0
 */
public record Preference(Type type, double q, double p, double s) {

    /** For a difference d > 0; what is not better is not preferred. */
    public enum Type {
        /** 1. */
        USUAL,
        /** 0 up to q, then 1. */
        U_SHAPE,
        /** d / p, at most 1; as usual where p is 0. */
        V_SHAPE,
        /** 0 up to q, ½ up to p, then 1. */
        LEVEL,
        /** 0 up to q, (d − q) / (p − q) up to p, then 1; a step where q is p. */
        LINEAR,
        /** 1 − exp(−d² / 2s²); as usual where s is 0. */
        GAUSSIAN
    }

    public Preference {
        if (!isThreshold(q) || !isThreshold(p) || !isThreshold(s)) {
            throw new IllegalArgumentException("thresholds must be finite and at least 0");
        }
        if ((type == Type.LEVEL || type == Type.LINEAR) && p < q) {
            throw new IllegalArgumentException("p must be at least q");
        }
    }

    /**
     * The preference for the better of two figures.
     *
     * @param difference by how much it is better, at least 0; infinite where that overflows
     * @param tolerance how far a difference may be from a threshold and still be on it
     */
    double of(double difference, double tolerance) {
        return switch (type) {
            case USUAL -> step(difference, 0, tolerance);
            case U_SHAPE -> step(difference, q, tolerance);
            case V_SHAPE -> ramp(difference, 0, p, tolerance);
            case LEVEL -> (step(difference, q, tolerance) + step(difference, p, tolerance)) / 2;
            case LINEAR -> ramp(difference, q, p, tolerance);
            case GAUSSIAN -> s == 0 ? step(difference, 0, tolerance) : bell(difference / s);
        };
    }

    private static double step(double difference, double threshold, double tolerance) {
        return difference > threshold + tolerance ? 1 : 0;
    }

    private static double ramp(double difference, double from, double to, double tolerance) {
        if (difference <= from + tolerance) {
            return 0;
        }
        return difference >= to - tolerance ? 1 : (difference - from) / (to - from);
    }

    private static double bell(double deviations) {
        return -StrictMath.expm1(-deviations * deviations / 2);
    }

    private static boolean isThreshold(double figure) {
        return figure >= 0 && figure < Double.POSITIVE_INFINITY;
    }
}
