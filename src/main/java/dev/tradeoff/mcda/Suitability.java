package dev.tradeoff.mcda;

/** What methods and normalisations need of figures. */
final class Suitability {

    private static final String NEEDS_POSITIVE =
            "a weighted product without normalisation divides by figures of which less is better, so all of them"
                    + " (of normally distributed ones all within three standard deviations) must be above 0: take min-max or scale";

    private Suitability() {}

    /**
     * Checks the matrix, over all that its uncertain cells allow.
     *
     * @return for each criterion the least figure that is allowed: minus infinity, 0, or the least above 0
     * @throws Unsuitable if a figure, or what is known of a criterion, does not suit
     */
    static double[] leastFigures(DecisionMatrix matrix, Method method) {
        var least = new double[matrix.criteria().size()];
        for (var j = 0; j < least.length; j++) {
            var criterion = matrix.criteria().get(j);
            if (method.normalisation() == Normalisation.SCALE && criterion.anchors() == null) {
                throw new Unsuitable(
                        j, "scale needs the worst and the best figure of each criterion: give both, or take min-max");
            }
            least[j] = leastFigure(method, criterion.direction());
            for (var row : matrix.rows()) {
                check(row.get(j), least[j], j, method);
            }
        }
        return least;
    }

    private static double leastFigure(Method method, Direction direction) {
        var isProduct = method instanceof Method.WeightedProduct;
        return switch (method.normalisation()) {
            case SCALE, MIN_MAX -> Double.NEGATIVE_INFINITY;
            case SUM, RATIO -> 0;
            case VECTOR -> isProduct ? 0 : Double.NEGATIVE_INFINITY;
            case NONE -> isProduct ? leastFactor(direction) : Double.NEGATIVE_INFINITY;
        };
    }

    private static double leastFactor(Direction direction) {
        return direction == Direction.MAX ? 0 : Double.MIN_VALUE;
    }

    /**
     * A normal cell may reach below 0, since what is drawn there is drawn again, but not with half of its draws or
     * more; where its figures are divided by, it may not reach that far.
     */
    private static void check(Cell cell, double least, int criterion, Method method) {
        var lowest =
                cell instanceof Cell.Normal && least <= 0 ? cell.mean() : Reach.lowest(cell, Double.NEGATIVE_INFINITY);
        if (lowest < least) {
            throw new Unsuitable(criterion, least > 0 ? NEEDS_POSITIVE : needsNonNegative(method));
        }
    }

    private static String needsNonNegative(Method method) {
        var needy = method instanceof Method.WeightedProduct
                ? "a weighted product"
                : "normalisation by " + (method.normalisation() == Normalisation.SUM ? "sum" : "ratio");
        return needy + " needs figures of at least 0: take min-max or scale";
    }
}
