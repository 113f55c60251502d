package dev.tradeoff.chart;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What tells options apart where colours do not: shapes, dashes and patterns, each by the option's place. */
final class Marks {

    private static final double FULL_TURN = 2 * Math.PI;
    private static final double UP = -FULL_TURN / 4;
    private static final double DOWN = -UP;
    private static final double LEVEL = 0;

    static final String UNBROKEN = "none";

    private static final List<String> DASHES =
            List.of(UNBROKEN, "8 4", "2 4", "10 3 2 3", "5 3", "12 4", "2 2", "6 2 2 2", "4 6", "1 3");

    private static final String TILE = "8";

    /** Strokes within a square of 8 that goes on in all directions. */
    private static final List<String> HATCHES = List.of(
            "",
            "M-2 2L2 -2M0 8L8 0M6 10L10 6",
            "M4 0V8",
            "M2 2h.01M6 6h.01",
            "M-2 6L2 10M0 0L8 8M6 -2L10 2",
            "M0 4H8",
            "M4 0V8M0 4H8",
            "M0 0L8 8M0 8L8 0",
            "M0 6L4 2L8 6",
            "M1 1h2M5 5h2");

    private Marks() {}

    static String dashes(int option) {
        return DASHES.get(option % DASHES.size());
    }

    /** The path of a shape about so wide and high. */
    static String shape(int option, double x, double y, double size) {
        double radius = size / 2;
        return switch (option % Style.OPTIONS) {
            case 0 -> circle(x, y, radius);
            case 1 -> regular(x, y, radius * 1.2, 4, UP + FULL_TURN / 8);
            case 2 -> regular(x, y, radius * 1.25, 3, UP);
            case 3 -> regular(x, y, radius * 1.2, 4, UP);
            case 4 -> regular(x, y, radius * 1.25, 3, DOWN);
            case 5 -> star(x, y, radius * 1.25, 4, UP, 0.4);
            case 6 -> star(x, y, radius * 1.3, 5, UP, 0.45);
            case 7 -> regular(x, y, radius * 1.1, 6, LEVEL);
            case 8 -> star(x, y, radius * 1.25, 4, UP + FULL_TURN / 8, 0.4);
            default -> regular(x, y, radius * 1.15, 5, UP);
        };
    }

    private static String circle(double x, double y, double radius) {
        var r = Svg.number(radius);
        var across = Svg.number(2 * radius);
        return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 -%s 0z"
                .formatted(Svg.number(x - radius), Svg.number(y), r, r, across, r, r, across);
    }

    private static String regular(double x, double y, double radius, int corners, double first) {
        return outline(IntStream.range(0, corners)
                .mapToObj(i -> Point.around(x, y, radius, first + FULL_TURN * i / corners))
                .toList());
    }

    private static String star(double x, double y, double radius, int rays, double first, double waist) {
        return outline(IntStream.range(0, 2 * rays)
                .mapToObj(i ->
                        Point.around(x, y, i % 2 == 0 ? radius : radius * waist, first + FULL_TURN * i / (2 * rays)))
                .toList());
    }

    /** The path around these corners. */
    static String outline(List<Point> corners) {
        return corners.stream().map(Point::text).collect(Collectors.joining("L", "M", "z"));
    }

    /**
     * Defines the patterns of the first options.
     *
     * @param id of each, by the option's place
     */
    static void patterns(Svg svg, int options, IntFunction<String> id) {
        svg.open("defs");
        for (int option = 0; option < options; option++) {
            svg.open(
                    "pattern",
                    "id",
                    id.apply(option),
                    "class",
                    Style.option(option),
                    "patternUnits",
                    "userSpaceOnUse",
                    "width",
                    TILE,
                    "height",
                    TILE);
            svg.empty("rect", "class", option == 0 ? "mark" : "tint", "width", TILE, "height", TILE);
            var hatch = HATCHES.get(option % HATCHES.size());
            if (!hatch.isEmpty()) {
                svg.empty("path", "class", "hatch", "d", hatch, "stroke-linecap", "round");
            }
            svg.close();
        }
        svg.close();
    }
}
