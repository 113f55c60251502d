package dev.tradeoff.mcda;

import java.util.Optional;

/** What happens to the first rank while one weight changes, the others rescaled in proportion. */
final class WeightChange {

    /** Ends so close to 0 or 1 are 0 or 1; changes so close to one another are equal. */
    private static final double SAME = 1e-12;

    private final int criterion;
    private final double now;
    private final Sweep sweep;

    WeightChange(int criterion, double now, Sweep sweep) {
        this.criterion = criterion;
        this.now = now;
        this.sweep = sweep;
    }

    /** Where a side of the interval ends, and who is first beyond: nobody where it ends at 0 or 1. */
    private record End(double weight, int[] beyond) {}

    /** @param first those that are first now */
    Stability stability(int[] first) {
        var below = end(first, false);
        var above = end(first, true);
        return new Stability(
                criterion, now, below.weight, above.weight, Numbers.list(below.beyond), Numbers.list(above.beyond));
    }

    private End end(int[] first, boolean upwards) {
        var limit = upwards ? 1.0 : 0.0;
        var cells = new Cells(sweep, first, now, upwards);
        while (cells.advance() && Math.abs(limit - cells.near()) > SAME) {
            var then = sweep.first(cells.middle());
            for (var option : first) {
                if (!Standing.isIn(option, then)) {
                    return new End(cells.near(), firstJustBeyond(cells.near(), cells.middle()));
                }
            }
        }
        return new End(limit, new int[0]);
    }

    /** @param point near the edge, but perhaps not so near that nobody else changes places between them */
    private int[] firstJustBeyond(double edge, double point) {
        var first = sweep.first(point);
        var cells = new Cells(sweep, first, edge, point > edge);
        return cells.advance() && Math.abs(cells.far() - edge) < Math.abs(point - edge)
                ? firstJustBeyond(edge, cells.middle())
                : first;
    }

    /**
     * The nearest weight with which an option is first, alone or level, that is not now.
     *
     * @param most changes beyond this are of no interest
     */
    Optional<Flip> to(int option, double most) {
        var below = to(option, false, most);
        var above = to(option, true, below.map(flip -> flip.change() - SAME).orElse(most));
        return above.isPresent() ? above : below;
    }

    private Optional<Flip> to(int option, boolean upwards, double most) {
        var cells = new Cells(sweep, new int[] {option}, now, upwards);
        var touching = Optional.<Flip>empty();
        while (cells.advance() && Math.abs(cells.near() - now) <= most) {
            if (Standing.isIn(option, sweep.first(cells.middle()))) {
                return Optional.of(flip(cells.near(), firstJustBeyond(cells.near(), cells.middle())));
            }
            if (touching.isPresent()) {
                return touching;
            }
            var level = sweep.first(cells.far());
            if (Standing.isIn(option, level) && Math.abs(cells.far() - now) <= most) {
                touching = Optional.of(flip(cells.far(), level));
            }
        }
        return touching;
    }

    private Flip flip(double to, int[] winners) {
        return new Flip(criterion, now, to, Numbers.list(winners));
    }
}
