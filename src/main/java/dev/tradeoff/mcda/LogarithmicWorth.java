package dev.tradeoff.mcda;

import java.util.List;

/** For weighted products: the logarithm of what is multiplied. */
record LogarithmicWorth(Method.WeightedProduct method, List<Criterion> columns) implements Worth {

    @Override
    public int criteria() {
        return columns.size();
    }

    @Override
    public void of(int criterion, double[] figures, double[] worths) {
        var column = columns.get(criterion);
        if (method.normalisation() == Normalisation.NONE && column.direction() == Direction.MIN) {
            reciprocals(figures, worths);
            return;
        }
        Normaliser.normalise(method.normalisation(), column, figures, worths);
        for (var i = 0; i < worths.length; i++) {
            worths[i] = StrictMath.log(aboveFloor(worths[i], 1));
        }
    }

    /** ln(floor + (1 − floor) / x), without ever forming 1/x, which overflows for tiny figures. */
    private void reciprocals(double[] figures, double[] worths) {
        for (var i = 0; i < worths.length; i++) {
            worths[i] = StrictMath.log(aboveFloor(1, figures[i])) - StrictMath.log(figures[i]);
        }
    }

    private double aboveFloor(double utility, double one) {
        return method.floor() * one + (1 - method.floor()) * utility;
    }

    /** A rounding of a figure moves its logarithm by as much as a rounding of 1, however small the logarithm is. */
    @Override
    public double leastScale() {
        return 1;
    }

    @Override
    public double score(double sum) {
        return StrictMath.exp(sum);
    }
}
