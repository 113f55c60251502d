package dev.tradeoff.mcda;

import java.util.Arrays;

/**
 * The random generator of all sampling: SplitMix64 (Steele, Lea & Flood, 2014). The state grows by the odd constant
 * nearest to 2⁶⁴ over the golden ratio; a number is the state with its bits mixed by Stafford's thirteenth variant of
 * the finaliser of MurmurHash3.
 */
final class SplitMix64 {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare;
    private boolean hasSpare;

    SplitMix64(long seed) {
        this.state = seed;
    }

    long next() {
        state += GOLDEN;
        var mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform on [0, 1): the upper 53 bits. */
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Standard normal, by the polar method, which makes two at a time (Marsaglia & Bray, 1964). */
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        var factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        hasSpare = true;
        return x * factor;
    }

    /** Uniform on the simplex: the spacings of sorted uniforms (Devroye, 1986, section V.2). */
    void weights(double[] weights) {
        var last = weights.length - 1;
        for (var j = 0; j < last; j++) {
            weights[j] = uniform();
        }
        weights[last] = 1;
        Arrays.sort(weights, 0, last);
        for (var j = last; j > 0; j--) {
            weights[j] -= weights[j - 1];
        }
    }
}
