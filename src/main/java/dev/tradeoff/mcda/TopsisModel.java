package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.List;

/**
 * TOPSIS. A column is kept as its span, from anti-ideal to ideal, and as each option's squared distances to both ends
 * in spans. Strength is the closeness.
 */
final class TopsisModel implements Model {

    private final Normalisation normalisation;
    private final List<Criterion> columns;
    private final int options;
    private final double[] column;
    private final double[] toAntiIdeal;
    private final double[] toIdeal;

    /** Halved, so that they do not overflow. */
    private final double[] spans;

    private final double[] above;
    private final double[] below;

    TopsisModel(Method.Topsis method, List<Criterion> columns, int options) {
        this.normalisation = method.normalisation();
        this.columns = columns;
        this.options = options;
        this.column = new double[options];
        this.toAntiIdeal = new double[columns.size() * options];
        this.toIdeal = new double[columns.size() * options];
        this.spans = new double[columns.size()];
        this.above = new double[options];
        this.below = new double[options];
    }

    private TopsisModel(TopsisModel that) {
        this.normalisation = that.normalisation;
        this.columns = that.columns;
        this.options = that.options;
        this.column = new double[options];
        this.toAntiIdeal = that.toAntiIdeal;
        this.toIdeal = that.toIdeal;
        this.spans = that.spans;
        this.above = new double[options];
        this.below = new double[options];
    }

    @Override
    public Model shared() {
        return new TopsisModel(this);
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
        Normaliser.normalise(normalisation, columns.get(criterion), figures, column);
        var ideal = normalisation == Normalisation.SCALE ? 1 : Numbers.max(column);
        var antiIdeal = normalisation == Normalisation.SCALE ? 0 : Numbers.min(column);
        spans[criterion] = ideal / 2 - antiIdeal / 2;
        for (var i = 0; i < options; i++) {
            var at = criterion * options + i;
            toAntiIdeal[at] = ideal == antiIdeal ? 0 : square(Numbers.position(column[i], antiIdeal, ideal));
            toIdeal[at] = ideal == antiIdeal ? 0 : square(Numbers.position(column[i], ideal, antiIdeal));
        }
    }

    @Override
    public void strengths(double[] weights, double[] strengths) {
        var largest = largestSpan(weights);
        Arrays.fill(above, 0);
        Arrays.fill(below, 0);
        for (var j = 0; largest > 0 && j < spans.length; j++) {
            var factor = square(weights[j] * spans[j] / largest);
            var from = j * options;
            for (var i = 0; i < options; i++) {
                above[i] += factor * toAntiIdeal[from + i];
                below[i] += factor * toIdeal[from + i];
            }
        }
        for (var i = 0; i < options; i++) {
            strengths[i] = closeness(above[i], below[i]);
        }
    }

    /** The largest weighted span: what others are measured in, so that squares neither overflow nor vanish. */
    private double largestSpan(double[] weights) {
        var largest = 0.0;
        for (var j = 0; j < spans.length; j++) {
            largest = Math.max(largest, weights[j] * spans[j]);
        }
        return largest;
    }

    /** @param above squared distance to the anti-ideal; {@code below} to the ideal */
    static double closeness(double above, double below) {
        var up = Math.sqrt(above);
        var down = Math.sqrt(below);
        return up + down == 0 ? 0.5 : up / (up + down);
    }

    static double square(double x) {
        return x * x;
    }

    @Override
    public double tolerance(double[] weights) {
        return LEVEL;
    }

    @Override
    public double score(double strength) {
        return strength;
    }

    @Override
    public Sweep sweep(int criterion, double[] weights) {
        var rest = Weights.rest(criterion, weights);
        var largest = largestSpan(rest);
        var own = new TopsisSweep.Squares(options);
        var others = new TopsisSweep.Squares(options);
        for (var i = 0; i < options; i++) {
            own.above()[i] = toAntiIdeal[criterion * options + i];
            own.below()[i] = toIdeal[criterion * options + i];
            for (var j = 0; largest > 0 && j < spans.length; j++) {
                var factor = square(rest[j] * spans[j] / largest);
                others.above()[i] += factor * toAntiIdeal[j * options + i];
                others.below()[i] += factor * toIdeal[j * options + i];
            }
        }
        return new TopsisSweep(own, others, spans[criterion], largest);
    }
}
