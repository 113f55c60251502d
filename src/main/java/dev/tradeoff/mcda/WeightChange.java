package dev.tradeoff.mcda;

import java.util.List;
import java.util.Optional;

/**
 * What happens to the first rank while one weight changes, the others rescaled in proportion.
 *
 * @param now the rescaled weight as it is
 * @param down who is first from there to 0
 * @param up who is first from there to 1
 */
record WeightChange(int criterion, double now, List<Reign> down, List<Reign> up) {

    /** Ends so close to 0 or 1 are 0 or 1; changes so close to one another are equal. */
    static final double SAME = 1e-12;

    static WeightChange of(int criterion, double now, Sweep sweep) {
        return new WeightChange(criterion, now, Reigns.of(sweep, now, false), Reigns.of(sweep, now, true));
    }

    /** Where a side of the interval ends, and who is first just beyond: nobody where it ends at 0 or 1. */
    private record End(double weight, List<Integer> beyond) {}

    /** @param first those that are first now */
    Stability stability(int[] first) {
        var below = end(first, down, 0);
        var above = end(first, up, 1);
        return new Stability(criterion, now, below.weight, above.weight, below.beyond, above.beyond);
    }

    private static End end(int[] first, List<Reign> reigns, double limit) {
        for (var reign : reigns) {
            if (!Standing.areAllIn(first, reign.first()) && Math.abs(limit - reign.near()) > SAME) {
                return new End(reign.near(), Numbers.list(reign.first()));
            }
        }
        return new End(limit, List.of());
    }

    /**
     * The nearest weight beyond which an option is first, alone or level, that is not now.
     *
     * @param most changes beyond this are of no interest
     */
    Optional<Flip> to(int option, double most) {
        var below = to(option, down, most);
        var above = to(option, up, below.map(flip -> flip.change() + SAME).orElse(most));
        return above.isPresent() ? above : below;
    }

    private Optional<Flip> to(int option, List<Reign> reigns, double most) {
        for (var reign : reigns) {
            if (Math.abs(reign.near() - now) > most) {
                break;
            }
            if (Standing.isIn(option, reign.first())
                    && Math.abs(until(option, reign.near(), reigns) - reign.near()) > SAME) {
                return Optional.of(flip(reign.near(), reign.first()));
            }
        }
        return Optional.empty();
    }

    /** The last weight beyond a flip with which that option is still first. */
    double until(int option, Flip flip) {
        var above = until(option, flip.to(), up);
        return above == flip.to() ? until(option, flip.to(), down) : above;
    }

    private static double until(int option, double from, List<Reign> reigns) {
        var until = from;
        for (var reign : reigns) {
            if (reign.near() == until && Standing.isIn(option, reign.first())) {
                until = reign.far();
            }
        }
        return until;
    }

    private Flip flip(double to, int[] winners) {
        return new Flip(criterion, now, to, Numbers.list(winners));
    }
}
