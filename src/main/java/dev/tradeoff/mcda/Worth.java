package dev.tradeoff.mcda;

/** What options are worth on one criterion, for methods that sum weighted worths. */
sealed interface Worth permits NormalisedWorth, LogarithmicWorth, NetFlows {

    int criteria();

    /**
     * @param figures one column, as it was given
     * @param worths where they go; minus infinity for a figure that makes the whole option worth nothing
     */
    void of(int criterion, double[] figures, double[] worths);

    /** Worths are at least as coarse as if they were of this size. */
    double leastScale();

    double score(double sum);
}
