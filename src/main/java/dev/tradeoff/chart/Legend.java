package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.List;

/** Which mark and line is which option, above a drawing. */
final class Legend {

    private static final double TEXT = 13;
    private static final double BOLD = TEXT * Lettering.BOLD;
    private static final double ROW = 22;
    private static final double SAMPLE = 34;
    private static final double MARK = 10;
    private static final double SPACE = 7;
    private static final double BETWEEN = 22;

    private final List<Item> items = new ArrayList<>();
    private final double bottom;

    private record Item(int option, String name, double x, double y) {}

    Legend(Chart chart, Frame frame) {
        double x = Frame.MARGIN;
        double y = frame.top() + ROW / 2;
        double end = Frame.MARGIN + frame.room();
        for (int option = 0; option < chart.options().size(); option++) {
            var name = Lettering.cut(chart.options().get(option), BOLD, frame.room() - SAMPLE - SPACE);
            double width = SAMPLE + SPACE + Lettering.width(name, BOLD);
            if (x + width > end && x > Frame.MARGIN) {
                x = Frame.MARGIN;
                y += ROW;
            }
            items.add(new Item(option, name, x, y));
            x += width + BETWEEN;
        }
        bottom = y + ROW / 2;
    }

    double bottom() {
        return bottom;
    }

    void draw(Svg svg) {
        for (var item : items) {
            svg.open("g", "class", Style.option(item.option()));
            svg.empty(
                    "path",
                    "class",
                    "line",
                    "d",
                    "M%s %sh%s".formatted(Svg.number(item.x() + 1), Svg.number(item.y()), Svg.number(SAMPLE - 2)),
                    "stroke-dasharray",
                    Marks.dashes(item.option()));
            svg.empty("path", "class", "mark", "d", Marks.shape(item.option(), item.x() + SAMPLE / 2, item.y(), MARK));
            svg.close();
            svg.element("text", item.name(), "class", "name", "x", item.x() + SAMPLE + SPACE, "y", item.y() + TEXT / 3);
        }
    }
}
