package dev.tradeoff.mcda;

/**
 * With y the squared odds of the weight, in the units of the spans, both squared distances are linear in y: own·y +
 * others. An option is closer than another where above·below' − above'·below &gt; 0, which is quadratic in y.
 */
final class TopsisSweep implements Sweep {

    /** Squared distances to the anti-ideal ({@code above}) and to the ideal ({@code below}), one for each option. */
    record Squares(double[] above, double[] below) {
        Squares(int options) {
            this(new double[options], new double[options]);
        }
    }

    private final Squares own;
    private final Squares others;
    private final double ownSpan;
    private final double othersSpan;

    /**
     * @param own of the criterion, in its span
     * @param others of all others with their rescaled weights, in {@code othersSpan}
     */
    TopsisSweep(Squares own, Squares others, double ownSpan, double othersSpan) {
        this.own = own;
        this.others = others;
        this.ownSpan = ownSpan;
        this.othersSpan = othersSpan;
    }

    @Override
    public double[] strengths(double t) {
        var largest = Math.max(t * ownSpan, (1 - t) * othersSpan);
        var factor = largest == 0 ? 0 : TopsisModel.square(t * ownSpan / largest);
        var otherFactor = largest == 0 ? 0 : TopsisModel.square((1 - t) * othersSpan / largest);
        var strengths = new double[own.above.length];
        for (var i = 0; i < strengths.length; i++) {
            strengths[i] = TopsisModel.closeness(
                    factor * own.above[i] + otherFactor * others.above[i],
                    factor * own.below[i] + otherFactor * others.below[i]);
        }
        return strengths;
    }

    @Override
    public double tolerance(double t) {
        return Model.LEVEL;
    }

    @Override
    public void meetings(int option, double from, double to, Points meetings) {
        if (ownSpan == 0 || othersSpan == 0) {
            return;
        }
        for (var k = 0; k < own.above.length; k++) {
            var a = others.above[option] * others.below[k] - others.above[k] * others.below[option];
            var b = own.above[option] * others.below[k]
                    + others.above[option] * own.below[k]
                    - own.above[k] * others.below[option]
                    - others.above[k] * own.below[option];
            var c = own.above[option] * own.below[k] - own.above[k] * own.below[option];
            meetings.add(weight(Quadratic.firstRoot(a, b, c)));
            meetings.add(weight(Quadratic.secondRoot(a, b, c)));
        }
    }

    private double weight(double squaredOdds) {
        var odds = Math.sqrt(squaredOdds) * (othersSpan / ownSpan);
        return odds / (1 + odds);
    }
}
