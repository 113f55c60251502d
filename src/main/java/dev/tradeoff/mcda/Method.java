package dev.tradeoff.mcda;

import java.util.List;

/** A method of decision analysis with its parameters; each says how it normalises. */
public sealed interface Method {

    Normalisation normalisation();

    /**
     * Π (floor + (1 − floor)·n)^w (Bridgman, 1922; Miller & Starr, 1969). Without normalisation n is x where higher is
     * better and 1/x where lower is. An option that is worth 0 on a criterion that counts is worth 0.
     *
     * @param floor what a utility of 0 counts as, in [0, 1): utilities are mapped to [floor, 1]
     */
    record WeightedProduct(Normalisation normalisation, double floor) implements Method {
        public WeightedProduct {
            if (!(floor >= 0 && floor < 1)) {
                throw new IllegalArgumentException("floor must be in [0, 1)");
            }
        }
    }

    /** Σ w·n (simple additive weighting: Churchman & Ackoff, 1954). */
    record WeightedSum(Normalisation normalisation) implements Method {}

    /**
     * Closeness d⁻ / (d⁺ + d⁻), with d⁺ and d⁻ the Euclidean distances to the ideal and the anti-ideal of the weighted
     * normalised matrix (Hwang & Yoon, 1981); 0.5 where both are 0. Ideal and anti-ideal are the best and the worst of
     * each column, or 1 and 0 with {@link Normalisation#SCALE}.
     */
    record Topsis(Normalisation normalisation) implements Method {}

    /**
     * S is the weighted sum of regrets, R the largest weighted regret, Q = v (S − S*) / (S⁻ − S*) + (1 − v) (R − R*) /
     * (R⁻ − R*), of which less is better (Opricovic & Tzeng, 2004). A regret is (f* − f) / (f* − f⁻): f* and f⁻ are the
     * best and the worst of the column with {@link Normalisation#MIN_MAX}, the anchors with {@link
     * Normalisation#SCALE}; no other is allowed. A term whose denominator vanishes is 0.
     *
     * @param v weight of the strategy of the majority of criteria, in [0, 1]
     */
    record Vikor(Normalisation normalisation, double v) implements Method {
        public Vikor {
            if (normalisation != Normalisation.MIN_MAX && normalisation != Normalisation.SCALE) {
                throw new IllegalArgumentException("VIKOR is defined with min-max or scale only");
            }
            if (!(v >= 0 && v <= 1)) {
                throw new IllegalArgumentException("v must be in [0, 1]");
            }
        }
    }

    /**
     * Net outranking flows: φ⁺ is the mean preference of an option over the others, φ⁻ that of the others over it,
     * φ = φ⁺ − φ⁻ (Brans & Vincke, 1985); all are 0 for an only option.
     *
     * @param preferences one for each criterion
     */
    record PrometheeII(Normalisation normalisation, List<Preference> preferences) implements Method {
        public PrometheeII {
            preferences = List.copyOf(preferences);
        }
    }
}
