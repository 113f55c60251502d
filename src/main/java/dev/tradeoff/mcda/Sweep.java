package dev.tradeoff.mcda;

/**
 * The strengths of all options while the weight t of one criterion runs from 0 to 1, the others rescaled in proportion.
 * Between neighbouring {@link #breaks} each pair of options changes places only where an equation says.
 */
interface Sweep {

    double[] strengths(double t);

    /** How far apart strengths may be and still be level. */
    double tolerance(double t);

    /** Where the equations change: ascending, inside (0, 1). */
    default double[] breaks() {
        return new double[0];
    }

    /**
     * All t where an option may change places with another; more than those do no harm.
     *
     * @param from lower end of an interval without breaks inside
     * @param to its upper end
     */
    void meetings(int option, double from, double to, Points meetings);

    /** Those that are first with this weight, ascending. */
    default int[] first(double t) {
        return Standing.first(strengths(t), tolerance(t));
    }
}
