package dev.tradeoff.mcda;

import java.util.List;

/** Makes the {@link Details} of each method. */
final class Particulars {

    private Particulars() {}

    /** @param columns figures as they were given, column by column */
    static Details of(Method method, List<Criterion> criteria, double[][] columns, double[] weights, double[] scores) {
        return switch (method) {
            case Method.WeightedSum sum -> new Details.None();
            case Method.WeightedProduct product -> new Details.None();
            case Method.Topsis topsis -> new Details.Topsis(Numbers.list(scores));
            case Method.Vikor vikor -> vikor(vikor, criteria, columns, weights, scores);
            case Method.PrometheeII promethee -> promethee(promethee, criteria, columns, weights, scores);
        };
    }

    private static Details vikor(
            Method.Vikor method, List<Criterion> criteria, double[][] columns, double[] weights, double[] q) {
        var model = new VikorModel(method, criteria, q.length);
        for (var j = 0; j < columns.length; j++) {
            model.put(j, columns[j]);
        }
        return Compromise.of(model.group(weights), model.individual(weights), q);
    }

    private static Details promethee(
            Method.PrometheeII method, List<Criterion> criteria, double[][] columns, double[] weights, double[] phi) {
        var flows = new NetFlows(method, criteria, phi.length);
        var leaving = new double[phi.length];
        var entering = new double[phi.length];
        var phiPlus = new double[phi.length];
        var phiMinus = new double[phi.length];
        for (var j = 0; j < columns.length; j++) {
            flows.of(j, columns[j], leaving, entering);
            for (var i = 0; i < phi.length; i++) {
                phiPlus[i] += weights[j] * leaving[i];
                phiMinus[i] += weights[j] * entering[i];
            }
        }
        return new Details.PrometheeII(Numbers.list(phiPlus), Numbers.list(phiMinus), Numbers.list(phi));
    }
}
