package dev.tradeoff.mcda;

/** A decision matrix as one method takes it: all that does not depend on the weights. Immutable. */
public final class Groundwork {

    private final DecisionMatrix matrix;
    private final Method method;
    private final double[] leastFigures;
    private final boolean isCertain;
    private final Model model;

    /**
     * @throws Unsuitable if the figures don't meet what the method or its normalisation needs
     * @throws IllegalArgumentException if preferences are not one for each criterion
     * @throws Stopped if the thread is interrupted
     */
    public Groundwork(DecisionMatrix matrix, Method method) {
        checkPreferences(matrix, method);
        this.matrix = matrix;
        this.method = method;
        this.leastFigures = Suitability.leastFigures(matrix, method);
        this.isCertain = matrix.isCertain();
        this.model = Model.of(method, matrix.criteria(), matrix.means());
    }

    static void checkPreferences(DecisionMatrix matrix, Method method) {
        if (method instanceof Method.PrometheeII promethee
                && promethee.preferences().size() != matrix.criteria().size()) {
            throw new IllegalArgumentException("one preference for each criterion");
        }
    }

    DecisionMatrix matrix() {
        return matrix;
    }

    Method method() {
        return method;
    }

    /** For each criterion the least figure that is allowed. */
    double[] leastFigures() {
        return leastFigures;
    }

    boolean isCertain() {
        return isCertain;
    }

    /** For one thread; its columns are not to be put again. */
    Model model() {
        return model.shared();
    }

    /** For one thread, with columns of its own. */
    Model ownModel() {
        return Model.of(method, matrix.criteria(), matrix.means());
    }
}
