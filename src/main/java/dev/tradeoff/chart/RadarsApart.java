package dev.tradeoff.chart;

import java.util.List;

/** A small radar for each of many options, with numbered axes that are named once, beneath. */
final class RadarsApart {

    private static final double USUAL_COLUMN = 180;
    private static final double LARGEST = 84;
    private static final double ROOM_FOR_NUMBERS = 20;
    private static final double ASIDE = 12;
    private static final double TEXT = 13;
    private static final double LINE = 16;
    private static final double MARK = 7;
    private static final Web.Pen PEN = new Web.Pen(true, false, MARK);
    private static final double SPACE = 6;
    private static final double BETWEEN = 10;
    private static final double SMALL = 12;
    private static final int MOST_LINES = 2;
    private static final String UNKNOWN = " ?";
    private static final String NOT_APPLICABLE = " –";

    private final Chart chart;
    private final Frame frame;
    private final int columns;
    private final double column;
    private final double radius;
    private final double cell;
    private final double head;
    private final AxisList list;

    RadarsApart(Chart chart, Frame frame) {
        this.chart = chart;
        this.frame = frame;
        this.columns = Math.min(chart.options().size(), (int) Math.max(1, Math.round(frame.room() / USUAL_COLUMN)));
        this.column = frame.room() / columns;
        this.radius = Math.min(LARGEST, column / 2 - ROOM_FOR_NUMBERS - SPACE);
        this.head = chart.options().stream().mapToInt(this::lines).max().orElse(1) * LINE;
        this.cell = head + 2 * (radius + ROOM_FOR_NUMBERS);
        int rows = (chart.options().size() + columns - 1) / columns;
        this.list = AxisList.named(chart, frame, frame.top() + rows * (cell + BETWEEN));
    }

    private int lines(String option) {
        return name(option).size();
    }

    private List<String> name(String option) {
        return Lettering.lines(option, TEXT * Lettering.BOLD, column - MARK - 2 * SPACE - BETWEEN, MOST_LINES);
    }

    String draw() {
        boolean hasGaps = chart.hasUnknown() || chart.hasNotApplicable();
        return frame.around(list.bottom() + (hasGaps ? LINE + BETWEEN : 0), svg -> {
            for (int option = 0; option < chart.options().size(); option++) {
                double x = Frame.MARGIN + option % columns * column;
                draw(svg, option, x, frame.top() + option / columns * (cell + BETWEEN));
            }
            list.draw(svg);
            if (hasGaps) {
                svg.element(
                        "text",
                        gaps(),
                        "class",
                        "small quiet",
                        "x",
                        Frame.MARGIN,
                        "y",
                        list.bottom() + BETWEEN + SMALL);
            }
        });
    }

    private String gaps() {
        var unknown = chart.hasUnknown() ? "? unknown   " : "";
        return unknown + (chart.hasNotApplicable() ? "– not applicable" : "");
    }

    private void draw(Svg svg, int option, double left, double top) {
        double y = top;
        svg.open("g", "class", Style.option(option));
        svg.empty("path", "class", "mark", "d", Marks.shape(option, left + MARK, y + LINE - 4 - MARK / 2, MARK + 2));
        svg.close();
        for (var line : name(chart.options().get(option))) {
            y += LINE;
            svg.element("text", line, "class", "name", "x", left + 2 * MARK + SPACE, "y", y - 4);
        }
        var standings = chart.standingsOf(option);
        var web = new Web(left + column / 2, top + head + ROOM_FOR_NUMBERS + radius, radius, standings.size());
        web.draw(svg);
        web.draw(svg, option, standings, PEN);
        for (int axis = 0; axis < standings.size(); axis++) {
            web.number(svg, axis, ASIDE, axis + 1 + gap(standings.get(axis)));
        }
    }

    private static String gap(Standing standing) {
        return switch (standing) {
            case Standing.At at -> "";
            case Standing.Between between -> "";
            case Standing.Unknown unknown -> UNKNOWN;
            case Standing.NotApplicable notApplicable -> NOT_APPLICABLE;
        };
    }
}
