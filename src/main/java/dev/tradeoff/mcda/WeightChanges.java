package dev.tradeoff.mcda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Changes of one weight at a time, of each criterion in turn. */
final class WeightChanges {

    private final List<WeightChange> changes;

    /** An only criterion has no weight to change. */
    WeightChanges(Model model, double[] weights) {
        this.changes = new ArrayList<>(weights.length);
        for (var j = 0; j < weights.length && weights.length > 1; j++) {
            changes.add(change(model, j, weights));
        }
    }

    private static WeightChange change(Model model, int criterion, double[] weights) {
        Stopped.ifInterrupted();
        return WeightChange.of(criterion, weights[criterion], model.sweep(criterion, weights));
    }

    /** @param first those that are first now */
    List<Stability> stability(int[] first) {
        if (changes.isEmpty()) {
            return List.of(new Stability(0, 1, 0, 1, List.of(), List.of()));
        }
        var stability = new ArrayList<Stability>(changes.size());
        for (var change : changes) {
            stability.add(change.stability(first));
        }
        return Collections.unmodifiableList(stability);
    }

    double until(int option, Flip flip) {
        return changes.get(flip.criterion()).until(option, flip);
    }

    /** The smallest of the changes that the ends of intervals stand for; of equal ones a rise, of the earliest criterion. */
    static Optional<Flip> smallest(List<Stability> stability) {
        var smallest = Optional.<Flip>empty();
        for (var interval : stability) {
            smallest = smaller(smallest, interval, interval.lowest(), interval.below());
            smallest = smaller(smallest, interval, interval.highest(), interval.above());
        }
        return smallest;
    }

    private static Optional<Flip> smaller(
            Optional<Flip> smallest, Stability interval, double edge, List<Integer> beyond) {
        if (beyond.isEmpty()) {
            return smallest;
        }
        var flip = new Flip(interval.criterion(), interval.weight(), edge, beyond);
        return smallest.isEmpty() || isSmaller(flip, smallest.get()) ? Optional.of(flip) : smallest;
    }

    /** With two criteria one weight rises as the other falls: what is given more weight says more than what loses it. */
    private static boolean isSmaller(Flip flip, Flip than) {
        return flip.change() < than.change() - WeightChange.SAME
                || flip.change() < than.change() + WeightChange.SAME && flip.isRise() && !than.isRise();
    }

    /** @param option one that is not first now */
    Optional<Flip> smallestTo(int option) {
        var smallest = Optional.<Flip>empty();
        var most = 1.0;
        for (var change : changes) {
            var flip = change.to(option, most);
            if (flip.isPresent() && (smallest.isEmpty() || isSmaller(flip.get(), smallest.get()))) {
                smallest = flip;
                most = flip.get().change() + WeightChange.SAME;
            }
        }
        return smallest;
    }
}
