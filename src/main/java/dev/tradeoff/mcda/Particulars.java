package dev.tradeoff.mcda;

import java.util.List;
import java.util.stream.IntStream;

/** Makes the {@link Details} of each method. */
final class Particulars {

    private Particulars() {}

    /** @param columns figures as they were given, column by column */
    static Details of(Method method, List<Criterion> criteria, double[][] columns, double[] weights) {
        return switch (method) {
            case Method.WeightedSum sum -> new Details.None();
            case Method.WeightedProduct product -> new Details.None();
            case Method.Topsis topsis ->
                new Details.Topsis(
                        Numbers.list(Model.of(method, criteria, columns).strengths(weights)));
            case Method.Vikor vikor -> vikor(vikor, criteria, columns, weights);
            case Method.PrometheeII promethee -> promethee(promethee, criteria, columns, weights);
        };
    }

    private static Details promethee(
            Method.PrometheeII method, List<Criterion> criteria, double[][] columns, double[] weights) {
        var options = columns[0].length;
        var flows = new NetFlows(method, criteria, options);
        var leaving = new double[options];
        var entering = new double[options];
        var phiPlus = new double[options];
        var phiMinus = new double[options];
        var phi = new double[options];
        for (var j = 0; j < columns.length; j++) {
            flows.of(j, columns[j], leaving, entering);
            for (var i = 0; i < options; i++) {
                phiPlus[i] += weights[j] * leaving[i];
                phiMinus[i] += weights[j] * entering[i];
                phi[i] += weights[j] * (leaving[i] - entering[i]);
            }
        }
        return new Details.PrometheeII(Numbers.list(phiPlus), Numbers.list(phiMinus), Numbers.list(phi));
    }

    private static Details vikor(Method.Vikor method, List<Criterion> criteria, double[][] columns, double[] weights) {
        var model = (VikorModel) Model.of(method, criteria, columns);
        var strengths = model.strengths(weights);
        var q = IntStream.range(0, strengths.length)
                .mapToDouble(i -> model.score(strengths[i]))
                .toArray();
        return Compromise.of(model.group(weights), model.individual(weights), q);
    }
}
