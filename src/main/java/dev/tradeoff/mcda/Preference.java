package dev.tradeoff.mcda;

/**
 * How a difference between two options on one criterion becomes a preference in [0, 1] (the six generalised criteria of
 * Brans & Vincke, 1985).
 *
 * @param q indifference threshold, at least 0
 * @param p preference threshold, at least {@code q} where the type has both
 * @param s standard deviation of the Gaussian, at least 0
 */
public record Preference(Type type, double q, double p, double s) {

    public enum Type {
        USUAL,
        U_SHAPE,
        V_SHAPE,
        LEVEL,
        LINEAR,
        GAUSSIAN
    }
}
