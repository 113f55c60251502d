package dev.tradeoff.chart;

/** A label and a message side by side, as READMEs have them: flat, 20 pixels high. */
public final class Badge {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final double SIZE = 11;
    private static final double HEIGHT = 20;
    private static final double BASELINE = 14;
    private static final double ASIDE = 6;
    private static final double LONGEST_LABEL = 220;
    private static final double LONGEST_MESSAGE = 280;
    private static final String OF_LABEL = "#454d5b";

    private Badge() {}

    /** What a message means. White text has a contrast of more than 4.5:1 with each. */
    public enum Tone {
        GOOD("#2a7a38"),
        CAREFUL("#946200"),
        NEUTRAL("#5b6780");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }
    }

    /** Text that is longer than a badge may be ends with an ellipsis; its title has the whole. */
    public static String svg(String label, String message, Tone tone) {
        var whole = Plain.of(label) + ": " + Plain.of(message);
        var left = Lettering.cut(Plain.of(label), SIZE, LONGEST_LABEL);
        var right = Lettering.cut(Plain.of(message), SIZE, LONGEST_MESSAGE);
        double middle = Math.ceil(Lettering.width(left, SIZE) + 2 * ASIDE);
        double width = middle + Math.ceil(Lettering.width(right, SIZE) + 2 * ASIDE);
        var svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                NAMESPACE,
                "role",
                "img",
                "aria-label",
                whole,
                "width",
                width,
                "height",
                HEIGHT,
                "viewBox",
                "0 0 " + Svg.number(width) + " " + Svg.number(HEIGHT));
        svg.element("title", whole);
        svg.open("clipPath", "id", "ends");
        svg.empty("rect", "width", width, "height", HEIGHT, "rx", 3).close();
        svg.open("g", "clip-path", "url(#ends)");
        svg.empty("rect", "width", middle, "height", HEIGHT, "fill", OF_LABEL);
        svg.empty("rect", "x", middle, "width", width - middle, "height", HEIGHT, "fill", tone.colour);
        svg.close();
        svg.open("g", "fill", "#fff", "font-family", "Verdana,Geneva,'DejaVu Sans',sans-serif", "font-size", SIZE);
        text(svg, left, ASIDE);
        text(svg, right, middle + ASIDE);
        return svg.close().close().toString();
    }

    /** Whatever the font, it takes the room that was measured. */
    private static void text(Svg svg, String text, double x) {
        svg.element("text", text, "x", x, "y", BASELINE, "textLength", Lettering.width(text, SIZE));
    }
}
