package dev.tradeoff.chart;

/** A place in a drawing, in pixels from its upper left corner. */
record Point(double x, double y) {

    /** @param angle in radians, clockwise from the right */
    static Point around(double x, double y, double radius, double angle) {
        return new Point(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }

    /** As paths have it. */
    String text() {
        return Svg.number(x) + " " + Svg.number(y);
    }
}
