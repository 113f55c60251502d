package dev.tradeoff.mcda;

/**
 * What the questions to an analysis cost, in floating-point operations with their loads and stores: about nanoseconds of one core.
 * The factors are measured; an estimate is rather too high than too low, and may be so several times.
 */
final class Effort {

    private final double options;
    private final double criteria;
    private final Method method;

    Effort(int options, int criteria, Method method) {
        this.options = options;
        this.criteria = criteria;
        this.method = method;
    }

    /** @param uncertainCriteria how many have uncertain cells */
    long operations(int samples, int uncertainCriteria) {
        var exact = uncertainCriteria == 0 && isExact() || options == 1;
        return Math.round(10_000
                + columns(criteria)
                + weightChanges()
                + (uncertainCriteria > 0 ? extremes() : 0)
                + (exact ? exact() : sampling(samples, uncertainCriteria))
                + options * (columns(criteria) + strengths()));
    }

    private boolean isExact() {
        var isAdditive =
                switch (method) {
                    case Method.WeightedSum sum -> true;
                    case Method.WeightedProduct product -> true;
                    case Method.PrometheeII promethee -> true;
                    case Method.Topsis topsis -> false;
                    case Method.Vikor vikor -> false;
                };
        return criteria == 1 || isAdditive && (options == 2 || criteria == 2);
    }

    /** To normalise so many columns and to put them into a model. */
    private double columns(double count) {
        return count
                * switch (method) {
                    case Method.WeightedSum sum -> 5 * options;
                    case Method.WeightedProduct product -> 40 * options;
                    case Method.PrometheeII promethee -> (isGaussian(promethee) ? 40 : 4) * options * options;
                    case Method.Topsis topsis -> 10 * options;
                    case Method.Vikor vikor -> 6 * options;
                };
    }

    private static boolean isGaussian(Method.PrometheeII method) {
        return method.preferences().stream().anyMatch(one -> one.type() == Preference.Type.GAUSSIAN);
    }

    /** Those of all options for one weighting. */
    private double strengths() {
        return options * (criteria + 10);
    }

    /** The sweeps, and for each option the smallest change that makes it first. */
    private double weightChanges() {
        var meetings = method instanceof Method.Vikor ? 30 * options : 4;
        return criteria * options * (5 * criteria + options * (meetings + 4 * options));
    }

    private double extremes() {
        return 6 * options * (columns(criteria) + strengths());
    }

    private double exact() {
        return options == 2 ? criteria * criteria * criteria : options * options * (strengths() + 10 * options);
    }

    private double sampling(int samples, int uncertainCriteria) {
        var draw = 30 * options * uncertainCriteria + columns(uncertainCriteria);
        var sample = 15 * criteria + strengths() + options * (20 + options / 8) + draw;
        var confidence = options * strengths();
        return uncertainCriteria > 0 ? samples * (sample + draw + confidence) : samples * sample + confidence;
    }
}
