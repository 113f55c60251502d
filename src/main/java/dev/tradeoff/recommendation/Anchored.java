package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.mcda.Method;
import dev.tradeoff.mcda.Normalisation;
import dev.tradeoff.mcda.Preference;
import java.util.Collections;

/**
 * The methods as recommendations use them, all on the utilities that the factors' own anchors give: with two options, which
 * is the usual case, what is made of observed extremes knows only 0 and 1.
 */
final class Anchored {

    /** A utility of 0 must not make a whole product 0: utilities are mapped to [0.2, 1]. */
    private static final double FLOOR = 0.2;

    private static final double BALANCED = 0.5;

    /** From no preference for no difference to full preference for the whole scale. */
    private static final Preference ACROSS_THE_SCALE = new Preference(Preference.Type.V_SHAPE, 0, 1, 0);

    private Anchored() {}

    static Method of(MethodName name, int criteria) {
        return switch (name) {
            case WEIGHTED_SUM -> new Method.WeightedSum(Normalisation.SCALE);
            case WEIGHTED_PRODUCT -> new Method.WeightedProduct(Normalisation.SCALE, FLOOR);
            case TOPSIS -> new Method.Topsis(Normalisation.SCALE);
            case VIKOR -> new Method.Vikor(Normalisation.SCALE, BALANCED);
            case PROMETHEE_II ->
                new Method.PrometheeII(Normalisation.SCALE, Collections.nCopies(criteria, ACROSS_THE_SCALE));
        };
    }

    /** As sentences call it. */
    static String title(MethodName name) {
        return switch (name) {
            case WEIGHTED_SUM -> "the weighted sum";
            case WEIGHTED_PRODUCT -> "the weighted product";
            case TOPSIS -> "TOPSIS";
            case VIKOR -> "VIKOR";
            case PROMETHEE_II -> "PROMETHEE II";
        };
    }
}
