package dev.tradeoff.chart;

/**
 * Options as shapes over axes. A few options share one drawing, with the score of each beside the axis; more have a small one
 * each, since nobody could tell them apart. Where there is little room, axes are numbered and named beneath.
 */
public final class Radar {

    /** With fewer axes there is no shape: {@link Bars} are drawn. */
    public static final int FEWEST_AXES = 3;

    /** By default, of a comparison that has more. */
    public static final int USUAL_AXES = 10;

    /** More cannot be read: the weightiest are drawn. */
    public static final int MOST_AXES = 12;

    /** More cannot be told apart: the first are drawn. */
    public static final int MOST_OPTIONS = Style.OPTIONS;

    private static final int MOST_TOGETHER = 4;
    private static final int ROOM_FOR_NAMES = 560;

    private Radar() {}

    /** The whole chart, of all axes up to {@link #MOST_AXES} and all options up to {@link #MOST_OPTIONS}. */
    public static String svg(Chart chart, Look look) {
        if (chart.axes().size() < FEWEST_AXES) {
            return Bars.svg(chart, look);
        }
        var drawn = chart.weightiest(MOST_AXES).firstOptions(MOST_OPTIONS);
        var frame = new Frame("radar", drawn, look);
        if (drawn.options().size() > MOST_TOGETHER) {
            return new RadarsApart(drawn, frame).draw();
        }
        return look.width() >= ROOM_FOR_NAMES
                ? new RadarWithNames(drawn, frame).draw()
                : new RadarWithNumbers(drawn, frame).draw();
    }
}
