package dev.tradeoff.mcda;

import java.util.List;

/** What a method tells beside scores; lists in the order of the options. */
public sealed interface Details {

    /** Methods that tell nothing beside. */
    record None() implements Details {}

    record Topsis(List<Double> closeness) implements Details {}

    /** @param compromise indices of the options of the compromise solution, ascending */
    record Vikor(
            List<Double> s,
            List<Double> r,
            List<Double> q,
            boolean acceptableAdvantage,
            boolean acceptableStability,
            List<Integer> compromise)
            implements Details {}

    record PrometheeII(List<Double> phiPlus, List<Double> phiMinus, List<Double> phi) implements Details {}
}
