package dev.tradeoff.mcda;

/**
 * What the questions to an analysis cost in floating-point operations with their loads and stores, which is about
 * nanoseconds of one core. The factors are measured ones, rounded up.
 */
final class Effort {

    private static final double AT_LEAST = 10_000;

    private final double options;
    private final double criteria;
    private final Method method;

    Effort(int options, int criteria, Method method) {
        this.options = options;
        this.criteria = criteria;
        this.method = method;
    }

    /** @param uncertainCriteria how many criteria have uncertain cells */
    long operations(int samples, int uncertainCells, int uncertainCriteria) {
        var isCertain = uncertainCells == 0;
        var isExact = options == 1 || isCertain && (criteria == 1 || isAdditive() && (options == 2 || criteria == 2));
        return Math.round(AT_LEAST
                + matrix()
                + weightChanges()
                + options * matrix()
                + (isCertain ? 0 : 6 * options * matrix())
                + (isExact
                        ? exact()
                        : isCertain ? sampling(samples) : sampling(samples, uncertainCells, uncertainCriteria)));
    }

    private boolean isAdditive() {
        return switch (method) {
            case Method.WeightedSum sum -> true;
            case Method.WeightedProduct product -> true;
            case Method.PrometheeII promethee -> true;
            case Method.Topsis topsis -> false;
            case Method.Vikor vikor -> false;
        };
    }

    /** To put a matrix into a model, and to weigh it once. */
    private double matrix() {
        return columns(criteria) + strengths();
    }

    private double columns(double count) {
        return count
                * switch (method) {
                    case Method.WeightedSum sum -> 5 * options;
                    case Method.WeightedProduct product -> 15 * options;
                    case Method.Topsis topsis -> 10 * options;
                    case Method.Vikor vikor -> 6 * options;
                    case Method.PrometheeII promethee -> (hasGaussian(promethee) ? 20 : 2) * options * options;
                };
    }

    private static boolean hasGaussian(Method.PrometheeII method) {
        return method.preferences().stream().anyMatch(one -> one.type() == Preference.Type.GAUSSIAN);
    }

    private double strengths() {
        return criteria * (options + 20) + 10 * options;
    }

    /** Each option may be first somewhere, and meet each other there. */
    private double weightChanges() {
        var meeting =
                switch (method) {
                    case Method.WeightedSum sum -> 40;
                    case Method.WeightedProduct product -> 40;
                    case Method.PrometheeII promethee -> 40;
                    case Method.Topsis topsis -> 100;
                    case Method.Vikor vikor -> 300;
                };
        return criteria * options * (5 * criteria + meeting * options);
    }

    /** Two options: a recursion over pairs of criteria; two criteria: each pair of options may meet. */
    private double exact() {
        return options == 2 ? 50 * criteria * criteria : options * options * (strengths() + 40 * options);
    }

    private double sampling(double samples) {
        return samples * sample() + confidence();
    }

    private double sampling(double samples, int uncertainCells, int uncertainCriteria) {
        var draw = 30 * uncertainCells + columns(uncertainCriteria);
        return samples * (sample() + confidence() + 2 * draw);
    }

    /** A weighting, which is sorted, the strengths, and their order. */
    private double sample() {
        return criteria * (5 + 5 * StrictMath.log(criteria) / StrictMath.log(2))
                + strengths()
                + options * (20 + options / 2);
    }

    private double confidence() {
        return options * strengths();
    }
}
