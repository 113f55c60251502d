package dev.tradeoff.mcda;

import java.util.Arrays;

/** Acceptability in closed form, of methods that are linear in the weights. */
final class ExactAcceptability {

    private ExactAcceptability() {}

    static boolean isPossible(Model model) {
        return model instanceof AdditiveModel && (model.options() == 2 || model.criteria() == 2) || isConstant(model);
    }

    private static boolean isConstant(Model model) {
        return model.options() == 1 || model.criteria() == 1;
    }

    /** @param model one for which it {@link #isPossible}, of certain figures or of one option */
    static Acceptability of(Model model) {
        var tally = new Tally(model.options(), model.criteria());
        if (isConstant(model) || !(model instanceof AdditiveModel additive)) {
            addConstant(model, tally);
        } else if (additive.options() == 2) {
            addTwoOptions(additive, tally);
        } else {
            addTwoCriteria(additive, tally);
        }
        var confidence = new Confidence(tally.centralWeights());
        confidence.add(model);
        return tally.acceptability(true, confidence);
    }

    /** One order for all weightings. */
    private static void addConstant(Model model, Tally tally) {
        var mean = new double[model.criteria()];
        Arrays.fill(mean, 1.0 / mean.length);
        tally.add(1, mean, model.strengths(mean), model.tolerance(mean));
    }

    /** What a criterion makes worth nothing is worth nothing for all weightings but those of probability 0. */
    private static void addTwoOptions(AdditiveModel model, Tally tally) {
        var differences = new double[model.criteria()];
        var hasNothing = false;
        for (var j = 0; j < differences.length; j++) {
            var difference = model.worth(j, 0) - model.worth(j, 1);
            differences[j] = Math.abs(difference) > Model.LEVEL * model.scale(j) ? difference : 0;
            hasNothing |= model.isNothing(j, 0) || model.isNothing(j, 1);
        }
        if (hasNothing || Numbers.largest(differences) == 0) {
            addConstant(model, tally);
        } else {
            addWinner(differences, new double[] {1, 0}, tally);
            addWinner(Arrays.stream(differences).map(d -> -d).toArray(), new double[] {0, 1}, tally);
        }
    }

    private static void addWinner(double[] differences, double[] strengths, Tally tally) {
        var part = new HalfSimplex(differences);
        var probability = part.probability();
        if (probability > 0) {
            var central = new double[differences.length];
            for (var j = 0; j < central.length; j++) {
                central[j] = part.meanWeight(j) / probability;
            }
            tally.add(probability, central, strengths, 0);
        }
    }

    /** The order is constant between neighbouring points where two options are level. */
    private static void addTwoCriteria(AdditiveModel model, Tally tally) {
        var strengths = new double[model.options()];
        var from = 0.0;
        for (var to : meetings(model)) {
            Stopped.ifInterrupted();
            var middle = from + (to - from) / 2;
            var weights = new double[] {middle, 1 - middle};
            model.strengths(weights, strengths);
            tally.add(to - from, weights, strengths, model.tolerance(weights));
            from = to;
        }
    }

    /** Ascending, with 1 at the end. */
    private static double[] meetings(AdditiveModel model) {
        var points = new Points(0, 1);
        for (var i = 0; i < model.options(); i++) {
            for (var k = i + 1; k < model.options(); k++) {
                points.add(line(model, i).minus(line(model, k)).root());
            }
        }
        var ascending = points.ascending();
        var ends = Arrays.copyOf(ascending, ascending.length + 1);
        ends[ascending.length] = 1;
        return ends;
    }

    private static Line line(AdditiveModel model, int option) {
        return new Line(model.worth(1, option), model.worth(0, option));
    }
}
