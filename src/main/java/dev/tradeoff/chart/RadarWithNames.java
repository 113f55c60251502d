package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A radar of a few options whose axes have their names and figures beside them. */
final class RadarWithNames {

    private static final double ROOM_FOR_LABELS = 130;
    private static final double WIDEST_LABEL = 190;
    private static final double LARGEST = 190;
    private static final double ASIDE = 14;
    private static final double BETWEEN = 6;
    private static final double MARK = 9;
    private static final int MOST_LINES = 3;
    private static final int MOST_FILLED = 2;

    private final Chart chart;
    private final Frame frame;
    private final Legend legend;
    private final double radius;
    private final List<AxisLabel> labels;
    private final double[] tops;

    RadarWithNames(Chart chart, Frame frame) {
        this.chart = chart;
        this.frame = frame;
        this.legend = new Legend(chart, frame);
        this.radius = Math.min(LARGEST, frame.room() / 2 - ASIDE - ROOM_FOR_LABELS);
        var middle = web(0);
        this.labels = IntStream.range(0, chart.axes().size())
                .mapToObj(axis -> AxisLabel.withFigures(chart.axes().get(axis), room(middle, axis), MOST_LINES))
                .toList();
        this.tops = new double[labels.size()];
        place(middle);
    }

    private Web web(double y) {
        return new Web(frame.width() / 2, y, radius, chart.axes().size());
    }

    private double room(Web web, int axis) {
        var side = side(web, axis);
        if (side == AxisLabel.Side.MIDDLE) {
            return WIDEST_LABEL;
        }
        return Math.min(
                WIDEST_LABEL,
                frame.room() / 2 - Math.abs(web.at(axis, radius + ASIDE).x() - web.x()));
    }

    private static AxisLabel.Side side(Web web, int axis) {
        return AxisLabel.Side.of(Math.cos(web.angle(axis)));
    }

    /** Each beside the end of its axis; those on one side are moved apart, upwards in the upper half and downwards in the lower. */
    private void place(Web web) {
        var right = new ArrayList<Integer>();
        var left = new ArrayList<Integer>();
        for (int axis = 0; axis < tops.length; axis++) {
            tops[axis] = besideItsAxis(web, axis);
            switch (side(web, axis)) {
                case START -> right.add(axis);
                case END -> left.addFirst(axis);
                case MIDDLE -> {}
            }
        }
        moveApart(right);
        moveApart(left);
    }

    private double besideItsAxis(Web web, int axis) {
        double down = (Math.sin(web.angle(axis)) + 1) / 2;
        return web.at(axis, radius + ASIDE).y() - labels.get(axis).height() * (1 - down);
    }

    /** @param axes of one side, from above */
    private void moveApart(List<Integer> axes) {
        int middle = axes.size() / 2;
        for (int i = middle - 1; i >= 0; i--) {
            int axis = axes.get(i);
            double limit = tops[axes.get(i + 1)] - BETWEEN - labels.get(axis).height();
            tops[axis] = Math.min(tops[axis], limit);
        }
        for (int i = middle + 1; i < axes.size(); i++) {
            int above = axes.get(i - 1);
            double limit = tops[above] + labels.get(above).height() + BETWEEN;
            tops[axes.get(i)] = Math.max(tops[axes.get(i)], limit);
        }
    }

    String draw() {
        double highest =
                IntStream.range(0, tops.length).mapToDouble(i -> tops[i]).min().orElse(0);
        double lowest = IntStream.range(0, tops.length)
                .mapToDouble(i -> tops[i] + labels.get(i).height())
                .max()
                .orElse(0);
        double down = legend.bottom() + 2 * BETWEEN - highest;
        return frame.around(down + lowest, svg -> draw(svg, web(down), down));
    }

    private void draw(Svg svg, Web web, double down) {
        legend.draw(svg);
        web.draw(svg);
        var pen = new Web.Pen(chart.options().size() <= MOST_FILLED, true, MARK);
        for (int option = 0; option < chart.options().size(); option++) {
            web.draw(svg, option, chart.standingsOf(option), pen);
        }
        web.scale(svg);
        for (int axis = 0; axis < tops.length; axis++) {
            double x = web.at(axis, radius + ASIDE).x();
            labels.get(axis).draw(svg, x, tops[axis] + down, side(web, axis));
        }
    }
}
