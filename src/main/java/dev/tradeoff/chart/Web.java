package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rings and spokes of a radar, and what is drawn on them.
 *
 * @param radius where a score of 5 is; its middle is 0
 */
record Web(double x, double y, double radius, int axes) {

    private static final double FULL_TURN = 2 * Math.PI;
    private static final double UP = -FULL_TURN / 4;
    private static final double TICK_ASIDE = 5;
    private static final double HALF_A_LINE = 4;

    double angle(int axis) {
        return UP + FULL_TURN * axis / axes;
    }

    /** @param distance from the middle, in pixels */
    Point at(int axis, double distance) {
        return Point.around(x, y, distance, angle(axis));
    }

    private Point of(int axis, double score) {
        return at(axis, radius * score / Chart.BEST);
    }

    void draw(Svg svg) {
        var lines = new StringBuilder();
        for (int score = 1; score <= Chart.BEST; score++) {
            int ring = score;
            lines.append(Marks.outline(
                    IntStream.range(0, axes).mapToObj(axis -> of(axis, ring)).toList()));
        }
        var middle = new Point(x, y).text();
        for (int axis = 0; axis < axes; axis++) {
            lines.append('M').append(middle).append('L').append(at(axis, radius).text());
        }
        svg.empty("path", "class", "grid", "d", lines.toString());
    }

    /** The figures of the rings, beside the first spoke. */
    void scale(Svg svg) {
        for (int score = 1; score <= Chart.BEST; score++) {
            var place = of(0, score);
            svg.element(
                    "text",
                    Integer.toString(score),
                    "class",
                    "tick quiet",
                    "x",
                    place.x() - TICK_ASIDE,
                    "y",
                    place.y() + TICK_ASIDE * 2,
                    "text-anchor",
                    "end");
        }
    }

    /** A text at the end of a spoke, so many pixels beyond it. */
    void number(Svg svg, int axis, double beyond, String text) {
        var place = at(axis, radius + beyond);
        svg.element(
                "text",
                text,
                "class",
                "tick quiet",
                "x",
                place.x(),
                "y",
                place.y() + HALF_A_LINE,
                "text-anchor",
                "middle");
    }

    /**
     * How an option is drawn.
     *
     * @param filled whether its area is
     * @param dashed whether its line is, to tell it from others
     * @param mark how wide its marks are, in pixels
     */
    record Pen(boolean filled, boolean dashed, double mark) {}

    /** One option's standings. What is unknown or does not apply interrupts the line, and the area beneath it. */
    void draw(Svg svg, int option, List<Standing> standings, Pen pen) {
        svg.open("g", "class", Style.option(option));
        var sides = sides(standings);
        if (pen.filled() && !sides.isEmpty()) {
            svg.empty("path", "class", "area", "d", wedges(standings, sides));
        }
        if (!sides.isEmpty()) {
            svg.empty(
                    "path",
                    "class",
                    "line",
                    "d",
                    line(standings, sides),
                    "stroke-dasharray",
                    pen.dashed() ? Marks.dashes(option) : Marks.UNBROKEN);
        }
        spans(svg, standings);
        marks(svg, option, standings, pen.mark());
        svg.close();
    }

    /** The axes from which a line leads to the next one, beginning behind a gap, if there is one. */
    private List<Integer> sides(List<Standing> standings) {
        int gap = IntStream.range(0, axes)
                .filter(axis -> !hasPlace(standings.get(axis)))
                .findFirst()
                .orElse(0);
        return IntStream.range(gap, gap + axes)
                .map(axis -> axis % axes)
                .filter(axis -> hasPlace(standings.get(axis)) && hasPlace(standings.get(next(axis))))
                .boxed()
                .toList();
    }

    private int next(int axis) {
        return (axis + 1) % axes;
    }

    private static boolean hasPlace(Standing standing) {
        return switch (standing) {
            case Standing.At at -> true;
            case Standing.Between between -> true;
            case Standing.Unknown unknown -> false;
            case Standing.NotApplicable notApplicable -> false;
        };
    }

    /** Where its mark is; only of what has a place. */
    private Point place(List<Standing> standings, int axis) {
        return of(
                axis,
                switch (standings.get(axis)) {
                    case Standing.At at -> at.place();
                    case Standing.Between between -> between.middle();
                    case Standing.Unknown unknown -> 0;
                    case Standing.NotApplicable notApplicable -> 0;
                });
    }

    private String wedges(List<Standing> standings, List<Integer> sides) {
        if (sides.size() == axes) {
            return Marks.outline(corners(standings));
        }
        var middle = new Point(x, y);
        var path = new StringBuilder();
        for (int axis : sides) {
            path.append(Marks.outline(List.of(middle, place(standings, axis), place(standings, next(axis)))));
        }
        return path.toString();
    }

    private List<Point> corners(List<Standing> standings) {
        return IntStream.range(0, axes).mapToObj(axis -> place(standings, axis)).toList();
    }

    private String line(List<Standing> standings, List<Integer> sides) {
        if (sides.size() == axes) {
            return Marks.outline(corners(standings));
        }
        var path = new StringBuilder();
        int drawn = -1; // the axis that the pen is at
        for (int axis : sides) {
            if (axis != drawn) {
                path.append('M').append(place(standings, axis).text());
            }
            drawn = next(axis);
            path.append('L').append(place(standings, drawn).text());
        }
        return path.toString();
    }

    private void spans(Svg svg, List<Standing> standings) {
        var path = new StringBuilder();
        for (int axis = 0; axis < axes; axis++) {
            if (standings.get(axis) instanceof Standing.Between(double low, double high, String said)) {
                path.append('M')
                        .append(of(axis, low).text())
                        .append('L')
                        .append(of(axis, high).text());
            }
        }
        if (!path.isEmpty()) {
            svg.empty("path", "class", "span", "d", path.toString());
        }
    }

    private void marks(Svg svg, int option, List<Standing> standings, double mark) {
        var shapes = new ArrayList<String>();
        for (int axis = 0; axis < axes; axis++) {
            if (hasPlace(standings.get(axis))) {
                var place = place(standings, axis);
                shapes.add(Marks.shape(option, place.x(), place.y(), mark));
            }
        }
        if (!shapes.isEmpty()) {
            svg.empty("path", "class", "mark", "d", String.join("", shapes));
        }
    }
}
