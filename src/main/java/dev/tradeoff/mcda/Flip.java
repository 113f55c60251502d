package dev.tradeoff.mcda;

import java.util.List;

/**
 * A change of one rescaled weight, the others rescaled in proportion, beyond which others are first.
 *
 * @param criterion index of the criterion
 * @param from its weight now, in [0, 1]
 * @param to the weight at the edge, where old and new are level
 * @param winners indices of the options that are first just beyond
 */
public record Flip(int criterion, double from, double to, List<Integer> winners) {

    public double change() {
        return Math.abs(to - from);
    }

    boolean isRise() {
        return to > from;
    }
}
