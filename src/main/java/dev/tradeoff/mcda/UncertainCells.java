package dev.tradeoff.mcda;

/**
 * Draws the uncertain cells of a matrix, in the order of criteria and then of options, and puts their columns into a
 * model.
 */
final class UncertainCells {

    private final Cell[][] cells;
    private final double[][] columns;
    private final boolean[] isUncertain;
    private final double[] leastFigures;

    /**
     * @param leastFigures for each criterion; a normal draw below it is drawn again, which truncates the distribution
     */
    UncertainCells(DecisionMatrix matrix, double[] leastFigures) {
        this.leastFigures = leastFigures;
        this.columns = matrix.means();
        this.cells = new Cell[columns.length][matrix.options()];
        this.isUncertain = new boolean[columns.length];
        for (var j = 0; j < columns.length; j++) {
            for (var i = 0; i < matrix.options(); i++) {
                cells[j][i] = matrix.rows().get(i).get(j);
                isUncertain[j] |= !cells[j][i].isCertain();
            }
        }
    }

    void draw(SplitMix64 random, Model into) {
        for (var j = 0; j < columns.length; j++) {
            if (isUncertain[j]) {
                for (var i = 0; i < columns[j].length; i++) {
                    columns[j][i] = draw(random, cells[j][i], leastFigures[j]);
                }
                into.put(j, columns[j]);
            }
        }
    }

    private static double draw(SplitMix64 random, Cell cell, double least) {
        return switch (cell) {
            case Cell.Exact exact -> exact.value();
            case Cell.Range range -> between(range, random.uniform());
            case Cell.Normal normal -> normal.isCertain() ? normal.mean() : atLeast(least, normal, random);
        };
    }

    private static double between(Cell.Range range, double share) {
        return (1 - share) * range.min() + share * range.max();
    }

    private static double atLeast(double least, Cell.Normal normal, SplitMix64 random) {
        double figure;
        do {
            figure = normal.mean() + normal.sd() * random.normal();
        } while (figure < least);
        return figure;
    }
}
