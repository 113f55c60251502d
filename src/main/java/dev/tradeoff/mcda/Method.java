package dev.tradeoff.mcda;

import java.util.List;

/** A method of decision analysis with its parameters; each says how it normalises. */
public sealed interface Method {

    Normalisation normalisation();

    /** @param floor what a utility of 0 counts as, in [0, 1): utilities are mapped to [floor, 1] */
    record WeightedProduct(Normalisation normalisation, double floor) implements Method {}

    record WeightedSum(Normalisation normalisation) implements Method {}

    record Topsis(Normalisation normalisation) implements Method {}

    /** @param v weight of the strategy of the majority of criteria, in [0, 1] */
    record Vikor(Normalisation normalisation, double v) implements Method {}

    /** @param preferences one for each criterion */
    record PrometheeII(Normalisation normalisation, List<Preference> preferences) implements Method {}
}
