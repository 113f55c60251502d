package dev.tradeoff.mcda;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The matrix at the ends of what its uncertain cells allow.
 *
 * <p>A score does not fall when a cell of its option gets better, and does not rise when a cell of another does: so its
 * ends are where its own cells are at one end and all others at the other. A normalised figure behaves so (with {@link
 * Normalisation#VECTOR} if figures are at least 0), and with it sums and products. A third option that gets better can
 * only move the ideals of TOPSIS away from a figure that stands on NONE, SCALE, MIN_MAX or RATIO. VIKOR and PROMETHEE
 * II compare an option with each other one, or with the best and the worst, so it holds for figures that depend on no
 * other option. What remains (TOPSIS with VECTOR and SUM, VIKOR with MIN_MAX, PROMETHEE II with either and RATIO) is
 * not quite so: there another option's cell also changes the unit in which a criterion is measured, and that may help
 * where an option is behind.
 */
final class Extremes {

    private final Method method;
    private final List<Criterion> criteria;
    private final double[] weights;
    private final double[][] worst;
    private final double[][] best;

    /** @param leastFigures what each criterion allows at least */
    Extremes(DecisionMatrix matrix, double[] leastFigures, Method method, double[] weights) {
        this.method = method;
        this.criteria = matrix.criteria();
        this.weights = weights;
        this.worst = matrix.means();
        this.best = matrix.means();
        for (var j = 0; j < worst.length; j++) {
            var higherIsBetter = criteria.get(j).direction() == Direction.MAX;
            for (var i = 0; i < matrix.options(); i++) {
                var lowest = Reach.lowest(matrix.rows().get(i).get(j), leastFigures[j]);
                var highest = Reach.highest(matrix.rows().get(i).get(j));
                worst[j][i] = higherIsBetter ? lowest : highest;
                best[j][i] = higherIsBetter ? highest : lowest;
            }
        }
    }

    /** @param scores those of the means, which a range takes in */
    List<Cell.Range> scoreRanges(double[] scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> scoreRange(i, scores[i]))
                .toList();
    }

    private Cell.Range scoreRange(int option, double score) {
        Stopped.ifInterrupted();
        var atWorst = score(option, with(option, worst, best));
        var atBest = score(option, with(option, best, worst));
        return new Cell.Range(Math.min(score, Math.min(atWorst, atBest)), Math.max(score, Math.max(atWorst, atBest)));
    }

    private double score(int option, double[][] columns) {
        var model = Model.of(method, criteria, columns);
        return model.score(model.strengths(weights)[option]);
    }

    /**
     * Whether an option at its worst is level at least with each rival at its best, wherever third options stand: all
     * at their best, all at their worst, or all between the two; for what is additive, in each criterion wherever it is
     * worst.
     */
    boolean isFirstThroughout(int option) {
        return IntStream.range(0, worst[0].length)
                .allMatch(rival -> rival == option || isAheadThroughout(option, rival));
    }

    private boolean isAheadThroughout(int option, int rival) {
        Stopped.ifInterrupted();
        var settings = List.of(
                with(option, worst, best),
                with(option, worst, with(rival, best, worst)),
                with(option, worst, with(rival, best, between(option, rival))));
        var models = settings.stream()
                .map(columns -> Model.of(method, criteria, columns))
                .toList();
        return models.getFirst() instanceof AdditiveModel
                ? isAhead(option, rival, Model.of(method, criteria, worstOf(settings, models, option, rival)))
                : models.stream().allMatch(model -> isAhead(option, rival, model));
    }

    private boolean isAhead(int option, int rival, Model model) {
        var strengths = model.strengths(weights);
        return strengths[option] >= strengths[rival] - model.tolerance(weights);
    }

    /** Column by column the setting in which the option is least ahead: differences of sums are sums of differences. */
    private static double[][] worstOf(List<double[][]> settings, List<Model> models, int option, int rival) {
        var columns = new double[settings.getFirst().length][];
        for (var j = 0; j < columns.length; j++) {
            var least = Double.POSITIVE_INFINITY;
            for (var setting = 0; setting < settings.size(); setting++) {
                var lead = ((AdditiveModel) models.get(setting)).lead(j, option, rival);
                if (columns[j] == null || lead < least) {
                    least = lead;
                    columns[j] = settings.get(setting)[j];
                }
            }
        }
        return columns;
    }

    /** Third options as near as they can be to the middle between the one at its worst and the rival at its best. */
    private double[][] between(int option, int rival) {
        var columns = new double[worst.length][worst[0].length];
        for (var j = 0; j < columns.length; j++) {
            var middle = worst[j][option] / 2 + best[j][rival] / 2;
            for (var i = 0; i < columns[j].length; i++) {
                columns[j][i] =
                        Math.clamp(middle, Math.min(worst[j][i], best[j][i]), Math.max(worst[j][i], best[j][i]));
            }
        }
        return columns;
    }

    /** One option here, the others there. */
    private static double[][] with(int option, double[][] here, double[][] there) {
        var columns = new double[there.length][];
        for (var j = 0; j < columns.length; j++) {
            columns[j] = there[j].clone();
            columns[j][option] = here[j][option];
        }
        return columns;
    }
}
