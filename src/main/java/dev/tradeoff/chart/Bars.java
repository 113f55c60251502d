package dev.tradeoff.chart;

import java.util.List;

/**
 * A bar for each option under each factor. Each has its name beside it, so that there is no legend, and neither colour nor
 * pattern has to be known.
 */
public final class Bars {

    /** By default, of a comparison that has more. */
    public static final int USUAL_AXES = 12;

    /** More are too long to be looked at: the weightiest are drawn. */
    public static final int MOST_AXES = 40;

    /** More cannot be told apart: the first are drawn. */
    public static final int MOST_OPTIONS = Style.OPTIONS;

    private static final double TEXT = 13;
    private static final double SMALL = 12;
    private static final double LINE = 17;
    private static final double ROW = 22;
    private static final double BAR = 13;
    private static final double GAP = 14;
    private static final double SCALE = 18;
    private static final double NAMES = 0.32;
    private static final double LONGEST_NAME = 240;
    private static final double LONGEST_FIGURE = 110;
    private static final double MARK = 9;
    private static final double SPACE = 8;
    private static final int MOST_LINES = 2;

    private final Chart chart;
    private final Frame frame;
    private final double figures;
    private final double left;
    private final double right;

    private Bars(Chart chart, Look look) {
        this.chart = chart;
        this.frame = new Frame("bar", chart, look);
        this.figures = chart.axes().stream()
                .flatMap(axis -> axis.standings().stream())
                .filter(Bars::hasPlace)
                .mapToDouble(standing -> Math.min(Lettering.width(standing.said(), SMALL), LONGEST_FIGURE))
                .max()
                .orElse(0);
        this.left = Frame.MARGIN + MARK + SPACE + names() + SPACE;
        this.right = frame.width() - Frame.MARGIN - figures - SPACE;
    }

    /** The whole chart, of all axes up to {@link #MOST_AXES} and all options up to {@link #MOST_OPTIONS}. */
    public static String svg(Chart chart, Look look) {
        return new Bars(chart.weightiest(MOST_AXES).firstOptions(MOST_OPTIONS), look).draw();
    }

    private static boolean hasPlace(Standing standing) {
        return standing instanceof Standing.At || standing instanceof Standing.Between;
    }

    private double names() {
        double longest = chart.options().stream()
                .mapToDouble(option -> Lettering.width(option, TEXT))
                .max()
                .orElse(0);
        return Math.min(longest, Math.min(LONGEST_NAME, frame.room() * NAMES));
    }

    private double x(double score) {
        return left + (right - left) * score / Chart.BEST;
    }

    private List<String> heading(Chart.Axis axis) {
        double room = frame.room() - Lettering.width(Words.weight(axis), SMALL) - 2 * SPACE;
        return Lettering.lines(axis.name(), TEXT * Lettering.BOLD, room, MOST_LINES);
    }

    private double height(Chart.Axis axis) {
        return heading(axis).size() * LINE + axis.standings().size() * ROW + GAP;
    }

    private String draw() {
        double height = chart.axes().stream().mapToDouble(this::height).sum();
        double bottom = frame.top() + height + SCALE;
        return frame.around(bottom, svg -> {
            Marks.patterns(svg, chart.options().size(), this::pattern);
            double y = frame.top();
            for (var axis : chart.axes()) {
                y = draw(svg, axis, y);
            }
            scale(svg, y + SMALL);
        });
    }

    private double draw(Svg svg, Chart.Axis axis, double top) {
        double y = top;
        svg.element(
                "text",
                Words.weight(axis),
                "class",
                "small quiet",
                "x",
                frame.width() - Frame.MARGIN,
                "y",
                y + LINE - 4,
                "text-anchor",
                "end");
        for (var line : heading(axis)) {
            y += LINE;
            svg.element("text", line, "class", "name", "x", Frame.MARGIN, "y", y - 4);
        }
        for (int option = 0; option < axis.standings().size(); option++) {
            var standing = axis.standings().get(option);
            if (hasPlace(standing)) {
                grid(svg, y, y + ROW);
            }
            draw(svg, option, standing, y + ROW / 2);
            y += ROW;
        }
        return y + GAP;
    }

    private void grid(Svg svg, double from, double to) {
        var lines = new StringBuilder();
        for (int score = 0; score <= Chart.BEST; score++) {
            lines.append("M%s %sV%s".formatted(Svg.number(x(score)), Svg.number(from), Svg.number(to)));
        }
        svg.empty("path", "class", "grid", "d", lines.toString());
    }

    private void scale(Svg svg, double y) {
        for (int score = 1; score <= Chart.BEST; score++) {
            svg.element(
                    "text",
                    Integer.toString(score),
                    "class",
                    "small quiet",
                    "x",
                    x(score),
                    "y",
                    y,
                    "text-anchor",
                    "middle");
        }
    }

    private void draw(Svg svg, int option, Standing standing, double y) {
        double baseline = y + TEXT / 3;
        var name = chart.options().get(option);
        svg.open("g", "class", Style.option(option));
        svg.empty("path", "class", "mark", "d", Marks.shape(option, Frame.MARGIN + MARK / 2, y, MARK));
        bar(svg, option, standing, y);
        svg.close();
        double from = Frame.MARGIN + MARK + SPACE;
        svg.element("text", Lettering.cut(name, TEXT, left - SPACE - from), "x", from, "y", baseline);
        said(svg, standing, baseline);
    }

    private void bar(Svg svg, int option, Standing standing, double y) {
        switch (standing) {
            case Standing.At at -> bar(svg, "bar", left, x(at.place()), y, "url(#" + pattern(option) + ")");
            case Standing.Between between -> {
                bar(svg, "bar", left, x(between.low()), y, "url(#" + pattern(option) + ")");
                bar(svg, "span", x(between.low()), x(between.high()), y, "none");
            }
            case Standing.Unknown unknown -> bar(svg, "gap", left, x(Chart.BEST), y, "none");
            case Standing.NotApplicable notApplicable -> {}
        }
    }

    private String pattern(int option) {
        return frame.id("pattern-" + (option + 1));
    }

    private static void bar(Svg svg, String kind, double from, double to, double y, String fill) {
        svg.empty(
                "rect",
                "class",
                kind,
                "x",
                from,
                "y",
                y - BAR / 2,
                "width",
                to - from,
                "height",
                BAR,
                "rx",
                2,
                "fill",
                fill);
    }

    /** A figure stands behind the scale's end, in one column; why there is none stands in its bar's place. */
    private void said(Svg svg, Standing standing, double baseline) {
        if (hasPlace(standing)) {
            svg.element(
                    "text",
                    Lettering.cut(standing.said(), SMALL, figures),
                    "class",
                    "small",
                    "x",
                    frame.width() - Frame.MARGIN,
                    "y",
                    baseline,
                    "text-anchor",
                    "end");
        } else {
            svg.element("text", standing.said(), "class", "small quiet", "x", left + SPACE, "y", baseline);
        }
    }
}
