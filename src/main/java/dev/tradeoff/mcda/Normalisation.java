package dev.tradeoff.mcda;

/**
 * How the figures of a criterion are made comparable with those of others; more is better afterwards.
 *
 * <table>
 * <caption>x is a figure, min, max, Σ and ‖x‖ (Euclidean) are of its column</caption>
 * <tr><th></th><th>higher is better</th><th>lower is better</th></tr>
 * <tr><td>{@link #NONE}</td><td>x</td><td>−x; 1/x in a weighted product</td></tr>
 * <tr><td>{@link #SCALE}</td><td colspan="2">(x − worst) / (best − worst), clamped to [0, 1]</td></tr>
 * <tr><td>{@link #MIN_MAX}</td><td>(x − min) / (max − min)</td><td>(max − x) / (max − min)</td></tr>
 * <tr><td>{@link #VECTOR}</td><td>x / ‖x‖</td><td>1 − x / ‖x‖</td></tr>
 * <tr><td>{@link #SUM}</td><td>x / Σx</td><td>(1/x) / Σ(1/x)</td></tr>
 * <tr><td>{@link #RATIO}</td><td>x / max</td><td>min / x</td></tr>
 * </table>
 *
 * Columns are scaled before they are summed or squared, so that huge figures do not overflow.
 */
public enum Normalisation {
    /**
     * Figures count as they are. A weighted product is the exception: it is made of ratios, so x and 1/x (the
     * dimensionless product of Bridgman, 1922, and Miller & Starr, 1969), and needs figures of at least 0, above 0
     * where lower is better. Constant columns, zeros and negatives are nothing special elsewhere.
     */
    NONE,
    /**
     * The utility between the criterion's anchors, which it needs. Does not depend on the other options; constant
     * columns, zeros and negatives are nothing special.
     */
    SCALE,
    /**
     * The place between the worst (0) and the best (1) of the column. A constant column is 1; zeros and negatives are
     * nothing special.
     */
    MIN_MAX,
    /**
     * The length of a column is 1. A constant column of c > 0 is 1/√m for m options (1 − 1/√m where lower is better); a
     * column of zeros is 0 (1 where lower is better). Negatives are allowed, not in a weighted product, and give
     * figures outside [0, 1].
     */
    VECTOR,
    /**
     * The share of the column's sum. A constant column is 1/m for m options, a column of zeros too. Where lower is
     * better and some are 0, the limit: those share 1 equally, and the others are 0. Needs figures of at least 0.
     */
    SUM,
    /**
     * The ratio to the best of the column. A constant column is 1, a column of zeros too. Where lower is better and
     * some are 0, the limit: those are 1, and the others 0. Needs figures of at least 0.
     */
    RATIO
}
