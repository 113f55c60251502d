package dev.tradeoff.mcda;

import java.util.List;

/** For weighted sums: normalised figures. */
record NormalisedWorth(Method.WeightedSum method, List<Criterion> columns) implements Worth {

    @Override
    public int criteria() {
        return columns.size();
    }

    @Override
    public void of(int criterion, double[] figures, double[] worths) {
        Normaliser.normalise(method.normalisation(), columns.get(criterion), figures, worths);
    }

    @Override
    public double leastScale() {
        return 0;
    }

    @Override
    public double score(double sum) {
        return sum;
    }
}
