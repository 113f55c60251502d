package dev.tradeoff.mcda;

/**
 * Acceptability by sampling. A sample is a weighting, uniform on the simplex, and with uncertain cells a matrix,
 * normalised anew; confidence is of as many matrices more.
 */
final class SampledAcceptability {

    private SampledAcceptability() {}

    /**
     * @param model of the matrix's means; its columns are put anew where cells are uncertain
     * @param leastFigures what each criterion allows at least
     */
    static Acceptability of(DecisionMatrix matrix, double[] leastFigures, Model model, int samples, long seed) {
        var random = new SplitMix64(seed);
        var isCertain = matrix.isCertain();
        var cells = new UncertainCells(matrix, leastFigures);
        var tally = new Tally(model.options(), model.criteria());
        var weights = new double[model.criteria()];
        var strengths = new double[model.options()];
        for (var sample = 0; sample < samples; sample++) {
            Stopped.ifInterrupted();
            random.weights(weights);
            cells.draw(random, model);
            model.strengths(weights, strengths);
            tally.add(1, weights, strengths, model.tolerance(weights));
        }
        var confidence = new Confidence(tally.centralWeights());
        for (var sample = 0; sample < (isCertain ? 1 : samples); sample++) {
            Stopped.ifInterrupted();
            cells.draw(random, model);
            confidence.add(model);
        }
        return tally.acceptability(false, confidence);
    }
}
