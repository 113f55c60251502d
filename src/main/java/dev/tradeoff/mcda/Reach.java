package dev.tradeoff.mcda;

/** How far a cell's figure may reach: a range to its ends, a normal one to three standard deviations (99.7 % of it). */
final class Reach {

    private static final double DEVIATIONS = 3;

    private Reach() {}

    /** @param least the least figure that the criterion allows */
    static double lowest(Cell cell, double least) {
        return switch (cell) {
            case Cell.Exact exact -> exact.value();
            case Cell.Range range -> range.min();
            case Cell.Normal normal ->
                Math.max(least, Math.max(-Double.MAX_VALUE, normal.mean() - DEVIATIONS * normal.sd()));
        };
    }

    static double highest(Cell cell) {
        return switch (cell) {
            case Cell.Exact exact -> exact.value();
            case Cell.Range range -> range.max();
            case Cell.Normal normal -> Math.min(Double.MAX_VALUE, normal.mean() + DEVIATIONS * normal.sd());
        };
    }
}
