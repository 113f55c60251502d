package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.List;

/** The name of an axis and, beneath it, every option's mark and figure. */
final class AxisLabel {

    static final double LINE = 15;

    private static final double TEXT = 12;
    private static final double MARK = 8;
    private static final double SPACE = 4;
    private static final double BETWEEN = 10;

    private final List<String> name;
    private final List<Row> rows = new ArrayList<>();

    private record Figure(int option, String said, double width) {}

    private record Row(List<Figure> figures) {
        double width() {
            return figures.stream().mapToDouble(Figure::width).sum() + BETWEEN * (figures.size() - 1);
        }
    }

    /** Where the text of a label begins, ends, or has its middle. */
    enum Side {
        START("start", 0),
        MIDDLE("middle", 0.5),
        END("end", 1);

        private final String anchor;
        private final double share;

        Side(String anchor, double share) {
            this.anchor = anchor;
            this.share = share;
        }

        static Side of(double direction) {
            return direction > 0.2 ? START : direction < -0.2 ? END : MIDDLE;
        }
    }

    private AxisLabel(List<String> name) {
        this.name = name;
    }

    /** The name alone. */
    static AxisLabel named(Chart.Axis axis, double room, int mostLines) {
        return new AxisLabel(Lettering.lines(axis.name(), TEXT * Lettering.BOLD, room, mostLines));
    }

    static AxisLabel withFigures(Chart.Axis axis, double room, int mostLines) {
        var label = named(axis, room, mostLines);
        label.addFigures(axis, room);
        return label;
    }

    private void addFigures(Chart.Axis axis, double room) {
        var row = new ArrayList<Figure>();
        double used = 0;
        for (int option = 0; option < axis.standings().size(); option++) {
            var said = Lettering.cut(axis.standings().get(option).said(), TEXT, room - MARK - SPACE);
            double width = MARK + SPACE + Lettering.width(said, TEXT);
            if (!row.isEmpty() && used + width > room) {
                rows.add(new Row(List.copyOf(row)));
                row.clear();
                used = 0;
            }
            row.add(new Figure(option, said, width));
            used += width + BETWEEN;
        }
        rows.add(new Row(List.copyOf(row)));
    }

    double height() {
        return (name.size() + rows.size()) * LINE;
    }

    void draw(Svg svg, double x, double top, Side side) {
        double y = top;
        for (var line : name) {
            y += LINE;
            svg.element("text", line, "class", "name small", "x", x, "y", y - 4, "text-anchor", side.anchor);
        }
        for (var row : rows) {
            y += LINE;
            draw(svg, row, x - row.width() * side.share, y - 4);
        }
    }

    private static void draw(Svg svg, Row row, double from, double baseline) {
        double x = from;
        for (var figure : row.figures()) {
            svg.open("g", "class", Style.option(figure.option()));
            svg.empty("path", "class", "mark", "d", Marks.shape(figure.option(), x + MARK / 2, baseline - 4, MARK));
            svg.close();
            svg.element("text", figure.said(), "class", "small", "x", x + MARK + SPACE, "y", baseline);
            x += figure.width() + BETWEEN;
        }
    }
}
