package dev.tradeoff.mcda;

import java.util.List;

/**
 * A method on a matrix: all but the weights. Options are compared by <em>strength</em>, of which more is better: the
 * score, its logarithm for a weighted product, −Q for VIKOR. Columns may be put again, so a model is for one thread;
 * {@link #sweep} only reads.
 */
sealed interface Model permits AdditiveModel, TopsisModel, VikorModel {

    /** How far apart strengths may be and still be level, relative to the method's own scale. */
    double LEVEL = 1e-12;

    /** A model whose columns are still to be put. */
    static Model of(Method method, List<Criterion> criteria, int options) {
        return switch (method) {
            case Method.WeightedSum sum -> new AdditiveModel(new NormalisedWorth(sum, criteria), options);
            case Method.WeightedProduct product -> new AdditiveModel(new LogarithmicWorth(product, criteria), options);
            case Method.PrometheeII promethee -> new AdditiveModel(new NetFlows(promethee, criteria, options), options);
            case Method.Topsis topsis -> new TopsisModel(topsis, criteria, options);
            case Method.Vikor vikor -> new VikorModel(vikor, criteria, options);
        };
    }

    /** A model of these figures, column by column. */
    static Model of(Method method, List<Criterion> criteria, double[][] columns) {
        var model = of(method, criteria, columns[0].length);
        for (var j = 0; j < columns.length; j++) {
            model.put(j, columns[j]);
        }
        return model;
    }

    /** The same columns, which are not put any more, for another thread. */
    Model shared();

    int options();

    int criteria();

    /** @param figures one for each option, as they were given, not normalised */
    void put(int criterion, double[] figures);

    /**
     * @param weights one for each criterion, summing to 1
     * @param strengths where they go, one for each option
     */
    void strengths(double[] weights, double[] strengths);

    default double[] strengths(double[] weights) {
        var strengths = new double[options()];
        strengths(weights, strengths);
        return strengths;
    }

    /** How far apart strengths may be and still be level, for these weights. */
    double tolerance(double[] weights);

    double score(double strength);

    /** What happens while the weight of one criterion runs from 0 to 1. */
    Sweep sweep(int criterion, double[] weights);
}
