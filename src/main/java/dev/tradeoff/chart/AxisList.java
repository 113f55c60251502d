package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.List;

/** Axes by number, beneath a drawing that has only their numbers. */
final class AxisList {

    private static final double NUMBER = 24;
    private static final double BETWEEN = 8;
    private static final double NARROWEST_COLUMN = 240;
    private static final int MOST_LINES = 2;

    private final List<Entry> entries = new ArrayList<>();
    private final double bottom;

    private record Entry(int number, AxisLabel label, double x, double y) {}

    private AxisList(Chart chart, Frame frame, double top, boolean withFigures) {
        int columns = Math.max(1, (int) (frame.room() / NARROWEST_COLUMN));
        double column = frame.room() / columns;
        double room = column - NUMBER - BETWEEN;
        var labels = chart.axes().stream()
                .map(axis -> withFigures
                        ? AxisLabel.withFigures(axis, room, MOST_LINES)
                        : AxisLabel.named(axis, room, MOST_LINES))
                .toList();
        double y = top;
        for (int first = 0; first < labels.size(); first += columns) {
            var row = labels.subList(first, Math.min(first + columns, labels.size()));
            for (int i = 0; i < row.size(); i++) {
                entries.add(new Entry(first + i + 1, row.get(i), Frame.MARGIN + i * column, y));
            }
            y += highest(row) + BETWEEN;
        }
        bottom = y - BETWEEN;
    }

    private static double highest(List<AxisLabel> labels) {
        return labels.stream().mapToDouble(AxisLabel::height).max().orElse(0);
    }

    static AxisList named(Chart chart, Frame frame, double top) {
        return new AxisList(chart, frame, top, false);
    }

    static AxisList withFigures(Chart chart, Frame frame, double top) {
        return new AxisList(chart, frame, top, true);
    }

    double bottom() {
        return bottom;
    }

    void draw(Svg svg) {
        for (var entry : entries) {
            svg.element(
                    "text",
                    Integer.toString(entry.number()),
                    "class",
                    "small quiet",
                    "x",
                    entry.x() + NUMBER - BETWEEN,
                    "y",
                    entry.y() + AxisLabel.LINE - 4,
                    "text-anchor",
                    "end");
            entry.label().draw(svg, entry.x() + NUMBER, entry.y(), AxisLabel.Side.START);
        }
    }
}
