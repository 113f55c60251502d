package dev.tradeoff.mcda;

/** Strengths are straight lines: (1 − t)·start + t·end. */
final class AdditiveSweep implements Sweep {

    private final double[] start;
    private final double[] end;
    private final double toleranceAtStart;
    private final double toleranceAtEnd;

    /** @param start strengths with weight 0; {@code end} with weight 1; minus infinity for what is worth nothing */
    AdditiveSweep(double[] start, double[] end, double toleranceAtStart, double toleranceAtEnd) {
        this.start = start;
        this.end = end;
        this.toleranceAtStart = toleranceAtStart;
        this.toleranceAtEnd = toleranceAtEnd;
    }

    @Override
    public double[] strengths(double t) {
        var strengths = new double[start.length];
        for (var i = 0; i < strengths.length; i++) {
            strengths[i] = (t < 1 ? (1 - t) * start[i] : 0) + (t > 0 ? t * end[i] : 0);
        }
        return strengths;
    }

    @Override
    public double tolerance(double t) {
        return (1 - t) * toleranceAtStart + t * toleranceAtEnd;
    }

    @Override
    public void meetings(int option, double from, double to, Points meetings) {
        for (var k = 0; k < start.length; k++) {
            var odds = Quadratic.root(start[option] - start[k], end[option] - end[k]);
            meetings.add(odds / (1 + odds));
        }
    }
}
