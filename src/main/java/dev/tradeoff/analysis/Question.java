package dev.tradeoff.analysis;

import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.mcda.DecisionMatrix;
import dev.tradeoff.mcda.Method;
import dev.tradeoff.mcda.Normalisation;
import dev.tradeoff.mcda.Preference;
import dev.tradeoff.mcda.Unsuitable;
import dev.tradeoff.shared.problem.Flaws;
import dev.tradeoff.shared.problem.Refused;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is asked of the engine, in its terms.
 *
 * @param options their names, in the order of the rows
 * @param criteria their names, in the order of the columns
 * @param weights one for each criterion, at least 0, not all 0
 */
record Question(
        List<String> options,
        List<String> criteria,
        DecisionMatrix matrix,
        List<Double> weights,
        MethodName method,
        NormalisationName normalisation,
        Parameters parameters,
        int samples,
        long seed) {

    /** About how many operations it takes to set up any method, PROMETHEE II with Gaussian preferences above all. */
    private static final long PAIR = 50;

    /** About how many operations it takes to set up an analysis by one method, or by each. */
    long preparation() {
        return PAIR * options.size() * options.size() * criteria.size();
    }

    /** @throws dev.tradeoff.shared.problem.Refused naming each criterion whose figures don't suit the method */
    Analysis analysis() {
        try {
            return analysedBy(method, normalisation);
        } catch (Unsuitable whole) {
            throw unsuitable(whole);
        }
    }

    private Refused unsuitable(Unsuitable whole) {
        var flaws = new Flaws();
        for (int j = 0; j < criteria.size(); j++) {
            try {
                column(j).analysedBy(method, normalisation);
            } catch (Unsuitable alone) {
                flaws.add("/criteria/" + j, alone.reason());
            }
        }
        if (flaws.areNone()) {
            flaws.add("/matrix", whole.reason());
        }
        return flaws.broken("analysis");
    }

    /** @throws dev.tradeoff.shared.problem.Refused naming each criterion whose figures don't suit the method */
    AnalysisAnswer answer() {
        return AnalysisAnswer.of(this, analysis());
    }

    /** @throws Unsuitable if the figures don't suit that method */
    Analysis analysedBy(MethodName name, NormalisationName way) {
        return Analysis.of(
                matrix, weights.stream().mapToDouble(Double::doubleValue).toArray(), method(name, way.normalisation()));
    }

    private Method method(MethodName name, Normalisation way) {
        return switch (name) {
            case WEIGHTED_SUM -> new Method.WeightedSum(way);
            case WEIGHTED_PRODUCT -> new Method.WeightedProduct(way, 0);
            case TOPSIS -> new Method.Topsis(way);
            case VIKOR -> new Method.Vikor(way, parameters.v());
            case PROMETHEE_II -> new Method.PrometheeII(way, preferences());
        };
    }

    private List<Preference> preferences() {
        return IntStream.range(0, criteria.size())
                .mapToObj(j -> parameters.preference(j).preference())
                .toList();
    }

    /** The same of one criterion: methods normalise column by column, so each can be told by itself. */
    private Question column(int j) {
        return new Question(
                options,
                List.of(criteria.get(j)),
                new DecisionMatrix(
                        List.of(matrix.criteria().get(j)),
                        matrix.rows().stream().map(row -> List.of(row.get(j))).toList()),
                List.of(1.0),
                method,
                normalisation,
                new Parameters(parameters.v(), List.of(parameters.preference(j))),
                samples,
                seed);
    }

    List<String> names(List<Integer> indices) {
        return indices.stream().map(options::get).toList();
    }

    /** Why the figures don't suit a method, by the name of the criterion. */
    String explained(Unsuitable why) {
        var criterion = why.criterion();
        return (criterion == null ? "" : "“" + criteria.get(criterion) + "” ") + why.reason();
    }

    /** With which normalisation another method is compared: on the scales where they are asked for, since all have anchors then. */
    NormalisationName comparable(MethodName other) {
        return normalisation == NormalisationName.SCALE ? normalisation : other.usualNormalisation();
    }
}
