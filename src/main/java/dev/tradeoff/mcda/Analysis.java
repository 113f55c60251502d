package dev.tradeoff.mcda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision matrix, weighed by one method. Scores, ranks and stability are of the cells' means; ranges and
 * acceptability take in what is uncertain. Options and criteria are named by their index. Immutable; what costs more
 * than the scores is computed when it is asked for.
 */
public final class Analysis {

    private final Groundwork groundwork;
    private final DecisionMatrix matrix;
    private final Method method;
    private final double[] weights;
    private final Model model;
    private final double[] strengths;
    private final double tolerance;
    private final int[] first;

    private @Nullable WeightChanges weightChanges;
    private @Nullable List<Stability> stability;

    private Analysis(Groundwork groundwork, double[] weights) {
        this.groundwork = groundwork;
        this.matrix = groundwork.matrix();
        this.method = groundwork.method();
        this.weights = weights;
        this.model = groundwork.model();
        this.strengths = model.strengths(weights);
        this.tolerance = model.tolerance(weights);
        this.first = Standing.first(strengths, tolerance);
    }

    /**
     * @param weights one for each criterion, finite, at least 0, not all 0; only their ratios matter
     * @throws Unsuitable if the figures don't meet what the method or its normalisation needs
     * @throws IllegalArgumentException if weights or preferences are not one for each criterion, or out of range
     * @throws Stopped if the thread is interrupted
     */
    public static Analysis of(DecisionMatrix matrix, double[] weights, Method method) {
        checkNumber(matrix, weights);
        Groundwork.checkPreferences(matrix, method);
        var rescaled = Weights.rescaled(weights);
        return new Analysis(new Groundwork(matrix, method), rescaled);
    }

    /** The same of what has been prepared once for many weights. */
    public static Analysis of(Groundwork groundwork, double[] weights) {
        checkNumber(groundwork.matrix(), weights);
        return new Analysis(groundwork, Weights.rescaled(weights));
    }

    private static void checkNumber(DecisionMatrix matrix, double[] weights) {
        if (weights.length != matrix.criteria().size()) {
            throw new IllegalArgumentException("one weight for each criterion");
        }
    }

    public Method method() {
        return method;
    }

    /** Rescaled so that they sum to 1. */
    public List<Double> weights() {
        return Numbers.list(weights);
    }

    /** One for each option. VIKOR's is Q, of which less is better; of all others more is better. */
    public List<Double> scores() {
        return Numbers.list(scoresOf(strengths));
    }

    private double[] scoresOf(double[] strengths) {
        var scores = new double[strengths.length];
        for (var i = 0; i < scores.length; i++) {
            scores[i] = model.score(strengths[i]);
        }
        return scores;
    }

    /** 1 is best; tied options share a rank and the next ranks are left out: 1, 2, 2, 4. */
    public List<Integer> ranks() {
        return Numbers.list(Standing.ranks(strengths, tolerance));
    }

    /** Indices of those of rank 1, ascending. */
    public List<Integer> winners() {
        return Numbers.list(first);
    }

    /** The same by another method, or of another matrix of as many criteria, with the same weights. */
    public List<Integer> winnersBy(Groundwork other) {
        checkNumber(other.matrix(), weights);
        var others = other.model();
        return Numbers.list(Standing.first(others.strengths(weights), others.tolerance(weights)));
    }

    /**
     * By how much the first is ahead of the next, at least 0; 0 where the first rank is shared; null with one option.
     */
    public @Nullable Double margin() {
        if (strengths.length == 1) {
            return null;
        }
        if (first.length > 1) {
            return 0.0;
        }
        var second = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < strengths.length; i++) {
            second = i == first[0] ? second : Math.max(second, strengths[i]);
        }
        return Math.abs(model.score(strengths[first[0]]) - model.score(second));
    }

    /**
     * Options × criteria. They sum to the score (weighted sum, PROMETHEE II) or to its logarithm (weighted product:
     * minus infinity is left to the caller to avoid, by a floor); null for methods that are no sums.
     */
    public @Nullable List<List<Double>> contributions() {
        if (!(model instanceof AdditiveModel additive)) {
            return null;
        }
        var contributions = new ArrayList<List<Double>>(strengths.length);
        var row = new double[weights.length];
        for (var i = 0; i < strengths.length; i++) {
            for (var j = 0; j < row.length; j++) {
                row[j] = additive.contribution(j, i, weights[j]);
            }
            contributions.add(Numbers.list(row));
        }
        return contributions;
    }

    public Details details() {
        return Particulars.of(method, matrix.criteria(), matrix.means(), weights, scoresOf(strengths));
    }

    /**
     * For each option the lowest and the highest score that uncertain cells allow: its own at their worst, all others
     * at their best, and the other way round; normal cells reach to three standard deviations. These are the ends for
     * sums and products, for all methods with {@link Normalisation#SCALE} and {@link Normalisation#NONE}, and for
     * TOPSIS with {@link Normalisation#MIN_MAX} and {@link Normalisation#RATIO}. With other normalisations, and
     * negative figures with {@link Normalisation#VECTOR}, a third option can change how much a criterion counts between
     * two, so that a score may leave its range a little.
     */
    public List<Cell.Range> scoreRanges() {
        var scores = scoresOf(strengths);
        return groundwork.isCertain()
                ? Arrays.stream(scores)
                        .mapToObj(score -> new Cell.Range(score, score))
                        .toList()
                : extremes().scoreRanges(scores);
    }

    /**
     * Whether that option would be alone or among the first whatever the uncertain cells turn out to be, as far as can
     * be told from ends: at its worst, against each rival at its best, with all third options at their best, at their
     * worst, or between the two. That is all where third options do not matter between two ({@link Normalisation#SCALE}
     * and {@link Normalisation#NONE} in sums and products, SCALE in TOPSIS). Normal cells reach to three standard
     * deviations.
     */
    public boolean isFirstThroughout(int option) {
        return groundwork.isCertain()
                ? Standing.isIn(option, first)
                : extremes().isFirstThroughout(option);
    }

    private Extremes extremes() {
        return new Extremes(matrix, groundwork.leastFigures(), method, weights);
    }

    /** One for each criterion. */
    public List<Stability> stability() {
        var known = stability;
        if (known == null) {
            known = weightChanges().stability(first);
            stability = known;
        }
        return known;
    }

    /** The least absolute change of one rescaled weight that changes who is first; empty where none does. */
    public Optional<Flip> smallestFlip() {
        return WeightChanges.smallest(stability());
    }

    /**
     * The least absolute change of one rescaled weight beyond which this option is first, alone or level; empty where there is none,
     * and for one that is first already. Where it is level at one weight alone, it is not first beyond it.
     */
    public Optional<Flip> smallestFlipTo(int option) {
        return Standing.isIn(option, first) ? Optional.empty() : weightChanges().smallestTo(option);
    }

    /**
     * How far that lasts: the last weight beyond the flip with which the option is still first, alone or level.
     *
     * @param flip the smallest one to that option
     */
    public double lastsUntil(int option, Flip flip) {
        return weightChanges().until(option, flip);
    }

    /**
     * Rank acceptability over weights uniformly distributed on the simplex (also those that are 0 now), and over the uncertain
     * cells. Exact for one option, and for certain cells with one criterion, or with two options or two criteria where the method
     * is additive; else sampled.
     *
     * @param samples 1 or more; not needed where the figures are exact
     * @throws Stopped if the thread is interrupted
     */
    public Acceptability acceptability(int samples, long seed) {
        if (samples < 1) {
            throw new IllegalArgumentException("at least one sample");
        }
        return isExact()
                ? ExactAcceptability.of(groundwork.model())
                : SampledAcceptability.of(matrix, groundwork.leastFigures(), groundwork.ownModel(), samples, seed);
    }

    /** Whether acceptability is exact, and hence the same whatever the weights are. */
    public boolean isExact() {
        return strengths.length == 1 || groundwork.isCertain() && ExactAcceptability.isPossible(model);
    }

    /** The options without which the first would be others than now. */
    public List<Reversal> rankReversals() {
        return new Reversals(method, matrix.criteria(), matrix.means(), weights).of(first);
    }

    /**
     * About how many floating-point operations, or nanoseconds of one core, everything above together costs with so
     * many samples, {@link #smallestFlipTo} for all options. Rather too many than too few.
     */
    public long operations(int samples) {
        return operations(
                strengths.length, weights.length, method, samples, matrix.uncertainCells(), matrix.uncertainCriteria());
    }

    /**
     * The same before there is a matrix.
     *
     * @param uncertainCriteria how many criteria have uncertain cells
     */
    public static long operations(
            int options, int criteria, Method method, int samples, int uncertainCells, int uncertainCriteria) {
        return new Effort(options, criteria, method).operations(samples, uncertainCells, uncertainCriteria);
    }

    /** Computed at most once by each thread that asks at the same time, with the same result. */
    private WeightChanges weightChanges() {
        var changes = weightChanges;
        if (changes == null) {
            changes = new WeightChanges(model, weights);
            weightChanges = changes;
        }
        return changes;
    }
}
