package dev.tradeoff.mcda;

import java.util.Arrays;

/**
 * The cells of a sweep from one weight outwards, up to 1 or down to 0: open intervals in which given options change
 * places with no other. Found piece by piece, as far as one goes.
 */
final class Cells {

    /** Boundaries closer than this are one. */
    private static final double SAME = 1e-13;

    private final Sweep sweep;
    private final int[] options;
    private final boolean upwards;
    private final double end;
    private final double[] breaks;

    private double pieceEnd;
    private double[] boundaries = {};
    private int passed;
    private double near;
    private double far;

    Cells(Sweep sweep, int[] options, double from, boolean upwards) {
        this.sweep = sweep;
        this.options = options;
        this.upwards = upwards;
        this.end = upwards ? 1 : 0;
        this.breaks = sweep.breaks();
        this.pieceEnd = from;
        this.near = from;
        this.far = from;
    }

    /** Goes on to the next cell; false where there is none. */
    boolean advance() {
        near = far;
        while (far != end && Math.abs(far - near) < SAME) {
            far = nextBoundary();
        }
        return Math.abs(far - near) >= SAME;
    }

    /** The end of the cell on the side where all began. */
    double near() {
        return near;
    }

    double far() {
        return far;
    }

    double middle() {
        return near + (far - near) / 2;
    }

    private double nextBoundary() {
        if (passed == boundaries.length) {
            boundaries = nextPiece();
            passed = 0;
        }
        return boundaries[passed++];
    }

    /** Where the options meet others until the equations change, and that point, from near to far. */
    private double[] nextPiece() {
        var from = pieceEnd;
        pieceEnd = nextBreak(from);
        var meetings = new Points(Math.min(from, pieceEnd), Math.max(from, pieceEnd));
        for (var option : options) {
            sweep.meetings(option, Math.min(from, pieceEnd), Math.max(from, pieceEnd), meetings);
        }
        var ascending = meetings.ascending();
        var outwards = Arrays.copyOf(ascending, ascending.length + 1);
        for (var i = 0; i < ascending.length && !upwards; i++) {
            outwards[i] = ascending[ascending.length - 1 - i];
        }
        outwards[ascending.length] = pieceEnd;
        return outwards;
    }

    private double nextBreak(double from) {
        var next = end;
        for (var point : breaks) {
            if (upwards ? point > from && point < next : point < from && point > next) {
                next = point;
            }
        }
        return next;
    }
}
