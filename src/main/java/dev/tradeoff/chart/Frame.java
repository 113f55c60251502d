package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What surrounds a drawing: the document, its text alternative, and, where it stands alone, its style, ground and headline.
 */
final class Frame {

    static final double MARGIN = 16;

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final double HEADLINE = 16;
    private static final double HEADLINE_STEP = 21;
    private static final double NOTE = 12;
    private static final double NOTE_STEP = 16;
    private static final int MOST_LINES = 2;

    private final String kind;
    private final String id;
    private final Chart chart;
    private final Look look;
    private final List<String> headline;
    private final List<String> notes;

    /** @param kind with the width, it tells its ids from those of other charts on one page */
    Frame(String kind, Chart chart, Look look) {
        this.kind = kind;
        this.id = "tradeoff-" + kind + "-" + look.width() + "-";
        this.chart = chart;
        this.look = look;
        this.headline = look.isStandalone()
                ? Lettering.lines(chart.title(), HEADLINE * Lettering.BOLD, room(), MOST_LINES)
                : List.of();
        var said = new ArrayList<String>();
        said.add(Words.SCALE);
        said.addAll(chart.omissions());
        this.notes = Lettering.lines(String.join(" ", said), NOTE, room(), MOST_LINES * 2);
    }

    /** An id that no other chart on one page has. */
    String id(String name) {
        return id + name;
    }

    double width() {
        return look.width();
    }

    /** Between the margins. */
    double room() {
        return look.width() - 2 * MARGIN;
    }

    /** Where the drawing begins. */
    double top() {
        return MARGIN + headline.size() * HEADLINE_STEP + notes.size() * NOTE_STEP + MARGIN / 2;
    }

    /** @param bottom where the drawing ends */
    String around(double bottom, Consumer<Svg> drawing) {
        double height = Math.ceil(bottom + MARGIN);
        var svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                NAMESPACE,
                "class",
                "tradeoff-chart",
                "role",
                "img",
                "aria-labelledby",
                id + "title " + id + "description",
                "width",
                look.width(),
                "height",
                height,
                "viewBox",
                "0 0 " + look.width() + " " + Svg.number(height));
        svg.element("title", kind(kind) + ": " + chart.title(), "id", id + "title");
        svg.element("desc", Words.describing(chart), "id", id + "description");
        if (look.isStandalone()) {
            svg.element("style", Style.of(look.scheme()));
            svg.empty(
                    "rect",
                    "class",
                    "ground",
                    "x",
                    0.5,
                    "y",
                    0.5,
                    "width",
                    look.width() - 1,
                    "height",
                    height - 1,
                    "rx",
                    8);
        }
        head(svg);
        drawing.accept(svg);
        return svg.close().toString();
    }

    private static String kind(String kind) {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " chart";
    }

    private void head(Svg svg) {
        double y = MARGIN;
        for (var line : headline) {
            y += HEADLINE_STEP;
            svg.element("text", line, "class", "headline", "x", MARGIN, "y", y - 5);
        }
        for (var line : notes) {
            y += NOTE_STEP;
            svg.element("text", line, "class", "small quiet", "x", MARGIN, "y", y - 3);
        }
    }
}
