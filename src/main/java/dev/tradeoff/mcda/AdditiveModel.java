package dev.tradeoff.mcda;

/**
 * Weighted sum, weighted product (on logarithms) and PROMETHEE II: the strength of an option is Σ w·worth, linear in
 * the weights. An option that a criterion of positive weight makes worth nothing has strength minus infinity.
 */
final class AdditiveModel implements Model {

    private final Worth worth;
    private final int options;
    private final int criteria;
    private final double[] column;
    private final WeightedSums sums;

    /** Column by column; 0 where the figure makes the option worth nothing. */
    private final double[] worths;

    private final boolean[] nothing;
    private final boolean[] hasNothing;
    private final double[] largest;

    AdditiveModel(Worth worth, int options) {
        this.worth = worth;
        this.options = options;
        this.criteria = worth.criteria();
        this.column = new double[options];
        this.sums = new WeightedSums(options);
        this.worths = new double[criteria * options];
        this.nothing = new boolean[criteria * options];
        this.hasNothing = new boolean[criteria];
        this.largest = new double[criteria];
    }

    private AdditiveModel(AdditiveModel that) {
        this.worth = that.worth;
        this.options = that.options;
        this.criteria = that.criteria;
        this.column = new double[options];
        this.sums = new WeightedSums(options);
        this.worths = that.worths;
        this.nothing = that.nothing;
        this.hasNothing = that.hasNothing;
        this.largest = that.largest;
    }

    @Override
    public Model shared() {
        return new AdditiveModel(this);
    }

    @Override
    public int options() {
        return options;
    }

    @Override
    public int criteria() {
        return criteria;
    }

    @Override
    public void put(int criterion, double[] figures) {
        worth.of(criterion, figures, column);
        hasNothing[criterion] = false;
        for (var i = 0; i < options; i++) {
            var isNothing = column[i] == Double.NEGATIVE_INFINITY;
            nothing[criterion * options + i] = isNothing;
            hasNothing[criterion] |= isNothing;
            column[i] = isNothing ? 0 : column[i];
        }
        System.arraycopy(column, 0, worths, criterion * options, options);
        largest[criterion] = Numbers.largest(column);
    }

    double worth(int criterion, int option) {
        return worths[criterion * options + option];
    }

    boolean isNothing(int criterion, int option) {
        return nothing[criterion * options + option];
    }

    /** What a criterion adds to an option's strength. */
    double contribution(int criterion, int option, double weight) {
        if (weight == 0) {
            return 0;
        }
        return isNothing(criterion, option) ? Double.NEGATIVE_INFINITY : weight * worth(criterion, option);
    }

    /** By how much one option is ahead of another on a criterion; infinite where one of them is worth nothing. */
    double lead(int criterion, int option, int other) {
        if (isNothing(criterion, option) || isNothing(criterion, other)) {
            return isNothing(criterion, option) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return worth(criterion, option) - worth(criterion, other);
    }

    /** How large worths on a criterion are, for what is level. */
    double scale(int criterion) {
        return Math.max(worth.leastScale(), largest[criterion]);
    }

    @Override
    public void strengths(double[] weights, double[] strengths) {
        sums.clear();
        for (var j = 0; j < criteria; j++) {
            sums.add(weights[j], worths, j * options);
        }
        sums.copyTo(strengths);
        for (var j = 0; j < criteria; j++) {
            if (hasNothing[j] && weights[j] > 0) {
                nullify(j, strengths);
            }
        }
    }

    private void nullify(int criterion, double[] strengths) {
        for (var i = 0; i < options; i++) {
            if (isNothing(criterion, i)) {
                strengths[i] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    @Override
    public double tolerance(double[] weights) {
        var scale = 0.0;
        for (var j = 0; j < criteria; j++) {
            scale += weights[j] * largest[j];
        }
        return LEVEL * Math.max(worth.leastScale(), scale);
    }

    @Override
    public double score(double strength) {
        return worth.score(strength);
    }

    @Override
    public Sweep sweep(int criterion, double[] weights) {
        var rest = Weights.rest(criterion, weights);
        var start = new double[options];
        var end = new double[options];
        var terms = new double[criteria];
        for (var i = 0; i < options; i++) {
            start[i] = strength(i, rest, terms);
            end[i] = isNothing(criterion, i) ? Double.NEGATIVE_INFINITY : worth(criterion, i);
        }
        return new AdditiveSweep(start, end, tolerance(rest), LEVEL * scale(criterion));
    }

    private double strength(int option, double[] weights, double[] terms) {
        for (var j = 0; j < criteria; j++) {
            if (weights[j] > 0 && isNothing(j, option)) {
                return Double.NEGATIVE_INFINITY;
            }
            terms[j] = weights[j] * worth(j, option);
        }
        return Numbers.sum(terms);
    }
}
