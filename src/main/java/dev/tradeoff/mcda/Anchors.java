package dev.tradeoff.mcda;

/**
 * The figures of a criterion that are worth 0 and 1, finite and different; which of them is the larger says which way
 * the criterion is better.
 */
public record Anchors(double worst, double best) {

    public Anchors {
        if (!Double.isFinite(worst) || !Double.isFinite(best) || worst == best) {
            throw new IllegalArgumentException("anchors must be finite and differ");
        }
    }

    /** (x − worst) / (best − worst), clamped to [0, 1] (a linear value function: Keeney & Raiffa, 1976). */
    public double utility(double figure) {
        return Math.clamp(Numbers.position(figure, worst, best), 0.0, 1.0);
    }
}
