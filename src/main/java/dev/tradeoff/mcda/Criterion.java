package dev.tradeoff.mcda;

import org.jspecify.annotations.Nullable;

/** A column of the matrix: which way it is better and, where they are given, the anchors of its scale. */
public record Criterion(Direction direction, @Nullable Anchors anchors) {

    public Criterion {
        if (anchors != null && (anchors.best() > anchors.worst()) != (direction == Direction.MAX)) {
            throw new IllegalArgumentException("best must be better than worst in the criterion's direction");
        }
    }

    public static Criterion higherIsBetter() {
        return new Criterion(Direction.MAX, null);
    }

    public static Criterion lowerIsBetter() {
        return new Criterion(Direction.MIN, null);
    }

    /** A criterion on a scale; the anchors say its direction. */
    public static Criterion on(Anchors anchors) {
        return new Criterion(anchors.best() > anchors.worst() ? Direction.MAX : Direction.MIN, anchors);
    }
}
