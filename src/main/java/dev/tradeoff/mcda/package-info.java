/**
 * Decision analysis on plain matrices: methods, normalisations, weights, robustness. Pure: {@code java.*} only; no
 * clock, and no random source but the generator whose seed is handed in. The same input gives the same figures, to the
 * last bit, on every machine: functions are those of {@code StrictMath}, sums have a fixed order, nothing is parallel.
 *
 * <p>{@link dev.tradeoff.mcda.Analysis#of} is the door; {@link dev.tradeoff.mcda.Method} and {@link
 * dev.tradeoff.mcda.Normalisation} hold the formulas, {@link dev.tradeoff.mcda.PairwiseWeights} and {@link
 * dev.tradeoff.mcda.RankOrder} make weights.
 *
 * <h2>How it works</h2>
 *
 * A <em>model</em> is a method on a matrix with only the weights left open. Weighted sum, weighted product (on
 * logarithms) and PROMETHEE II (whose net flows are sums of those of single criteria: Mareschal & Brans, 1988) are one
 * additive model, Σ w·c; TOPSIS and VIKOR have theirs. Options are compared by their strength, of which more is better;
 * those within 1e-12 of the method's own scale are level, so that neither the order of options nor that of criteria
 * decides.
 *
 * <p><b>Stability.</b> While one weight t runs from 0 to 1 and the others keep their proportions, two options change
 * places only at the roots of an equation: for additive models of a linear one in t; for TOPSIS of a quadratic one in
 * the square of the odds t / (1 − t), in which squared distances are linear; for VIKOR of a quadratic one in the odds,
 * between the points where the best and the worst S and R, or the criterion of an R, change. So the ends of intervals
 * are not searched for but solved for.
 *
 * <p><b>Acceptability</b> (SMAA-2: Lahdelma & Salminen, 2001). Where an additive model has two options, the part of all
 * weightings that makes one of them first is that of a simplex cut by a plane, by the recursion of Varsi (1973), and
 * central weights are the same with one criterion counted twice. With two criteria the order changes where two lines
 * meet. Elsewhere weightings are sampled as spacings of sorted uniforms (Devroye, 1986) of SplitMix64 (Steele, Lea &
 * Flood, 2014), and uncertain cells with them, normal ones by the polar method (Marsaglia & Bray, 1964).
 *
 * <p>Bounds are the caller's: {@link dev.tradeoff.mcda.Analysis#operations} says beforehand what an analysis costs, and
 * an interrupted thread stops with {@link dev.tradeoff.mcda.Stopped}.
 */
@NullMarked
package dev.tradeoff.mcda;

import org.jspecify.annotations.NullMarked;
