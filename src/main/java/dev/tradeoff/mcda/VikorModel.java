package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.List;

/** VIKOR on regrets: 1 − utility. Strength is −Q. */
final class VikorModel implements Model {

    /** S and R are between 0 and 1; a range of them below this has vanished but for rounding. */
    static final double VANISHED = 1e-12;

    private final Method.Vikor method;
    private final List<Criterion> columns;
    private final int options;
    private final double[] column;
    private final double[] regrets;
    private final double[] group;
    private final WeightedSums sums;
    private final double[] individual;

    VikorModel(Method.Vikor method, List<Criterion> columns, int options) {
        this.method = method;
        this.columns = columns;
        this.options = options;
        this.column = new double[options];
        this.regrets = new double[columns.size() * options];
        this.group = new double[options];
        this.sums = new WeightedSums(options);
        this.individual = new double[options];
    }

    private VikorModel(VikorModel that) {
        this.method = that.method;
        this.columns = that.columns;
        this.options = that.options;
        this.column = new double[options];
        this.regrets = that.regrets;
        this.group = new double[options];
        this.sums = new WeightedSums(options);
        this.individual = new double[options];
    }

    @Override
    public Model shared() {
        return new VikorModel(this);
    }

    @Override
    public int options() {
        return options;
    }

    @Override
    public int criteria() {
        return columns.size();
    }

    @Override
    public void put(int criterion, double[] figures) {
        Normaliser.normalise(method.normalisation(), columns.get(criterion), figures, column);
        for (var i = 0; i < options; i++) {
            regrets[criterion * options + i] = 1 - column[i];
        }
    }

    @Override
    public void strengths(double[] weights, double[] strengths) {
        groupAndIndividual(weights);
        strengths(method.v(), group, individual, strengths);
    }

    /** S of each option: its weighted sum of regrets. */
    double[] group(double[] weights) {
        groupAndIndividual(weights);
        return group.clone();
    }

    /** R of each option: its largest weighted regret. */
    double[] individual(double[] weights) {
        groupAndIndividual(weights);
        return individual.clone();
    }

    private void groupAndIndividual(double[] weights) {
        sums.clear();
        Arrays.fill(individual, 0);
        for (var j = 0; j < columns.size(); j++) {
            sums.add(weights[j], regrets, j * options);
            raise(weights[j], j * options);
        }
        sums.copyTo(group);
    }

    private void raise(double weight, int from) {
        for (var i = 0; i < individual.length; i++) {
            individual[i] = Math.max(individual[i], weight * regrets[from + i]);
        }
    }

    /** −Q from S and R. */
    static void strengths(double v, double[] group, double[] individual, double[] strengths) {
        Arrays.fill(strengths, 0);
        subtract(v, group, strengths);
        subtract(1 - v, individual, strengths);
    }

    private static void subtract(double share, double[] regrets, double[] strengths) {
        var best = Numbers.min(regrets);
        var range = Numbers.max(regrets) - best;
        if (range > VANISHED) {
            for (var i = 0; i < regrets.length; i++) {
                strengths[i] -= share * ((regrets[i] - best) / range);
            }
        }
    }

    @Override
    public double tolerance(double[] weights) {
        return LEVEL;
    }

    @Override
    public double score(double strength) {
        return 0.0 - strength;
    }

    @Override
    public Sweep sweep(int criterion, double[] weights) {
        var rest = Weights.rest(criterion, weights);
        var others = new VikorSweep.Regrets(options);
        var own = new double[options];
        var terms = new double[columns.size()];
        for (var i = 0; i < options; i++) {
            for (var j = 0; j < terms.length; j++) {
                terms[j] = rest[j] * regrets[j * options + i];
            }
            others.group()[i] = Numbers.sum(terms);
            others.individual()[i] = Numbers.max(terms);
            own[i] = regrets[criterion * options + i];
        }
        return new VikorSweep(method.v(), own, others);
    }
}
