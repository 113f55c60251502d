package dev.tradeoff.chart;

/** A radar of a few options in little room: its axes are numbered, and listed beneath with their figures. */
final class RadarWithNumbers {

    private static final double LARGEST = 150;
    private static final double ROOM_FOR_NUMBERS = 26;
    private static final double ASIDE = 12;
    private static final double MARK = 8;
    private static final int MOST_FILLED = 2;

    private final Chart chart;
    private final Legend legend;
    private final Frame frame;
    private final Web web;
    private final AxisList list;

    RadarWithNumbers(Chart chart, Frame frame) {
        this.chart = chart;
        this.frame = frame;
        this.legend = new Legend(chart, frame);
        double radius = Math.min(LARGEST, frame.room() / 2 - ROOM_FOR_NUMBERS);
        double y = legend.bottom() + ROOM_FOR_NUMBERS + radius;
        this.web = new Web(frame.width() / 2, y, radius, chart.axes().size());
        this.list = AxisList.withFigures(chart, frame, y + radius + ROOM_FOR_NUMBERS);
    }

    String draw() {
        return frame.around(list.bottom(), svg -> {
            legend.draw(svg);
            web.draw(svg);
            var pen = new Web.Pen(chart.options().size() <= MOST_FILLED, true, MARK);
            for (int option = 0; option < chart.options().size(); option++) {
                web.draw(svg, option, chart.standingsOf(option), pen);
            }
            web.scale(svg);
            for (int axis = 0; axis < web.axes(); axis++) {
                web.number(svg, axis, ASIDE, Integer.toString(axis + 1));
            }
            list.draw(svg);
        });
    }
}
