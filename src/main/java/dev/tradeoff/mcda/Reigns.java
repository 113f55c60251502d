package dev.tradeoff.mcda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Follows a sweep from one weight outwards and tells who is first on the way. */
final class Reigns {

    private static final int[] NOBODY = {};

    /** What is nearer than this part of the way to a meeting is not at it. */
    private static final double NEAR = 0.75;

    private final Sweep sweep;
    private final double from;
    private final boolean upwards;

    private Reigns(Sweep sweep, double from, boolean upwards) {
        this.sweep = sweep;
        this.from = from;
        this.upwards = upwards;
    }

    /** Up to 1 or down to 0, in that order; neighbours may be of the same options. */
    static List<Reign> of(Sweep sweep, double from, boolean upwards) {
        return new Reigns(sweep, from, upwards).all();
    }

    private List<Reign> all() {
        var reigns = new ArrayList<Reign>();
        var edge = from;
        var pieces = cells(NOBODY, edge);
        while (pieces.advance()) {
            edge = follow(firstJustBeyond(edge, pieces.middle()), edge, reigns);
            pieces = cells(NOBODY, edge);
        }
        return List.copyOf(reigns);
    }

    /** As long as the same are first; what ends their reigns are meetings with others. */
    private double follow(int[] first, double edge, List<Reign> reigns) {
        var cells = cells(first, edge);
        while (cells.advance()) {
            if (cells.near() != edge && !Arrays.equals(first, sweep.first(cells.middle()))) {
                break;
            }
            reigns.add(new Reign(cells.near(), cells.far(), first));
        }
        return cells.near();
    }

    /** @param point beyond the edge, but perhaps not so near that nobody changes places between them or there */
    private int[] firstJustBeyond(double edge, double point) {
        var first = sweep.first(point);
        var cells = cells(first, edge);
        var isNear = !cells.advance() || Math.abs(point - edge) <= NEAR * Math.abs(cells.far() - edge);
        return isNear ? first : firstJustBeyond(edge, cells.middle());
    }

    private Cells cells(int[] options, double edge) {
        return new Cells(sweep, options, edge, upwards);
    }
}
