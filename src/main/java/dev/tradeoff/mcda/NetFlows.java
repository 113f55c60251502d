package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.List;

/**
 * For PROMETHEE II: the net flows of single criteria. A sum over criteria and then over rivals is the same as one over
 * rivals and then over criteria, so they do not depend on the weights (Mareschal & Brans, 1988).
 */
final class NetFlows implements Worth {

    private final Method.PrometheeII method;
    private final List<Criterion> columns;
    private final double[] normalised;
    private final double[] entering;

    NetFlows(Method.PrometheeII method, List<Criterion> columns, int options) {
        this.method = method;
        this.columns = columns;
        this.normalised = new double[options];
        this.entering = new double[options];
    }

    @Override
    public int criteria() {
        return columns.size();
    }

    @Override
    public void of(int criterion, double[] figures, double[] worths) {
        of(criterion, figures, worths, entering);
        for (var i = 0; i < worths.length; i++) {
            worths[i] -= entering[i];
        }
    }

    /**
     * @param leaving where φ⁺ of this criterion goes, one for each option
     * @param entering where φ⁻ goes
     */
    void of(int criterion, double[] figures, double[] leaving, double[] entering) {
        Stopped.ifInterrupted();
        var options = figures.length;
        var preference = method.preferences().get(criterion);
        Normaliser.normalise(method.normalisation(), columns.get(criterion), figures, normalised);
        Arrays.fill(leaving, 0);
        Arrays.fill(entering, 0);
        for (var i = 0; i < options; i++) {
            for (var k = i + 1; k < options; k++) {
                var better = normalised[i] >= normalised[k] ? i : k;
                var other = i + k - better;
                var preferred = preference.of(
                        normalised[better] - normalised[other], tolerance(normalised[better], normalised[other]));
                leaving[better] += preferred;
                entering[other] += preferred;
            }
        }
        var rivals = Math.max(1, options - 1);
        for (var i = 0; i < options; i++) {
            leaving[i] /= rivals;
            entering[i] /= rivals;
        }
    }

    /**
     * What is exactly on a threshold in decimal figures (0.3 − 0.2 on 0.1) is beside it in binary ones: within two
     * units in the last place of the larger figure, or 1e-12 of normalised ones, it counts as on it.
     */
    private double tolerance(double a, double b) {
        return method.normalisation() == Normalisation.NONE
                ? 2 * Math.ulp(Math.max(Math.abs(a), Math.abs(b)))
                : Model.LEVEL;
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
