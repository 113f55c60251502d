package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.Objects;

/** Brings columns to figures of which more is better, as {@link Normalisation} says. */
final class Normaliser {

    private Normaliser() {}

    /**
     * @param figures one column; they suit the normalisation
     * @param into as long as the column
     */
    static void normalise(Normalisation normalisation, Criterion criterion, double[] figures, double[] into) {
        var higherIsBetter = criterion.direction() == Direction.MAX;
        switch (normalisation) {
            case NONE -> none(figures, higherIsBetter, into);
            case SCALE -> scale(figures, Objects.requireNonNull(criterion.anchors()), into);
            case MIN_MAX -> minMax(figures, higherIsBetter, into);
            case VECTOR -> vector(figures, higherIsBetter, into);
            case SUM -> sum(figures, higherIsBetter, into);
            case RATIO -> ratio(figures, higherIsBetter, into);
        }
    }

    private static void none(double[] figures, boolean higherIsBetter, double[] into) {
        for (var i = 0; i < into.length; i++) {
            into[i] = higherIsBetter ? figures[i] : 0.0 - figures[i];
        }
    }

    private static void scale(double[] figures, Anchors anchors, double[] into) {
        for (var i = 0; i < into.length; i++) {
            into[i] = anchors.utility(figures[i]);
        }
    }

    private static void minMax(double[] figures, boolean higherIsBetter, double[] into) {
        var min = Numbers.min(figures);
        var max = Numbers.max(figures);
        if (min == max) {
            Arrays.fill(into, 1.0);
            return;
        }
        var worst = higherIsBetter ? min : max;
        var best = higherIsBetter ? max : min;
        for (var i = 0; i < into.length; i++) {
            into[i] = Numbers.position(figures[i], worst, best);
        }
    }

    private static void vector(double[] figures, boolean higherIsBetter, double[] into) {
        Numbers.scale(figures, into);
        var squares = 0.0;
        for (var figure : into) {
            squares += figure * figure;
        }
        var length = squares == 0 ? 1 : Math.sqrt(squares);
        for (var i = 0; i < into.length; i++) {
            into[i] = higherIsBetter ? into[i] / length : 1 - into[i] / length;
        }
    }

    private static void sum(double[] figures, boolean higherIsBetter, double[] into) {
        if (higherIsBetter) {
            Numbers.scale(figures, into);
        } else {
            ratio(figures, false, into);
        }
        var sum = Numbers.sum(into);
        for (var i = 0; i < into.length; i++) {
            into[i] = sum == 0 ? 1.0 / into.length : into[i] / sum;
        }
    }

    private static void ratio(double[] figures, boolean higherIsBetter, double[] into) {
        var best = higherIsBetter ? Numbers.max(figures) : Numbers.min(figures);
        for (var i = 0; i < into.length; i++) {
            into[i] = figures[i] == best ? 1 : higherIsBetter ? figures[i] / best : best / figures[i];
        }
    }
}
