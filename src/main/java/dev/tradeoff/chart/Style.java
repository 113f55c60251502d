package dev.tradeoff.chart;

import java.util.List;

/**
 * The style of charts. Options are told apart by their marks, dashes, patterns and names; colours only help. They have a
 * contrast of at least 3:1 with their background (WCAG 2.2, 1.4.11), text one of at least 4.5:1.
 */
final class Style {

    static final String SANS = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif";

    private static final String ROOT = ".tradeoff-chart";

    private record Palette(String ink, String quiet, String grid, String ground, String edge, List<String> options) {}

    private static final Palette LIGHT = new Palette(
            "#1b2230",
            "#566070",
            "#c6cdd8",
            "#ffffff",
            "#dde2ea",
            List.of(
                    "#1f5fbf", "#c2410c", "#0f766e", "#a21caf", "#4d7c0f", "#b91c1c", "#6d28d9", "#92400e", "#0e7490",
                    "#475569"));

    private static final Palette DARK = new Palette(
            "#e9edf3",
            "#a3adbd",
            "#3d4655",
            "#151a22",
            "#2b3340",
            List.of(
                    "#7ab5ff", "#ffa36b", "#4fd1c0", "#f0a6ff", "#b5e36a", "#ff9b9b", "#c4b0ff", "#e3b27a", "#6fd6ee",
                    "#b6c2d2"));

    /** How many options can be told apart. */
    static final int OPTIONS = LIGHT.options().size();

    private static final String SHAPES = rules(
            "{font-family:" + SANS + ";font-size:13px;font-weight:400}",
            " text{fill:currentColor}",
            " .headline{font-size:16px;font-weight:650}",
            " .name{font-weight:600}",
            " .small{font-size:12px}",
            " .tick{font-size:10px}",
            " .grid{fill:none;stroke-width:1}",
            " .line{fill:none;stroke:currentColor;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}",
            " .area{fill:currentColor;fill-opacity:.12;stroke:none}",
            " .mark{fill:currentColor;stroke:none}",
            " .tint{fill:currentColor;fill-opacity:.3}",
            " .hatch{fill:none;stroke:currentColor;stroke-width:2}",
            " .bar{stroke:currentColor;stroke-width:1.4}",
            " .span{fill:none;stroke:currentColor;stroke-width:1.4;stroke-dasharray:3 2}",
            " .gap{fill:none;stroke-dasharray:2 3}");

    private Style() {}

    static String of(Look.Scheme scheme) {
        return SHAPES
                + switch (scheme) {
                    case LIGHT -> colours(LIGHT);
                    case DARK -> colours(DARK);
                    case AUTO -> colours(LIGHT) + "@media (prefers-color-scheme:dark){" + colours(DARK) + "}";
                };
    }

    private static String colours(Palette palette) {
        var rules = new StringBuilder(rules(
                "{color:" + palette.ink() + "}",
                " .ground{fill:" + palette.ground() + ";stroke:" + palette.edge() + "}",
                " text.quiet{fill:" + palette.quiet() + "}",
                " .grid{stroke:" + palette.grid() + "}",
                " .gap{stroke:" + palette.quiet() + "}"));
        for (int i = 0; i < palette.options().size(); i++) {
            rules.append(rules(" ." + option(i) + "{color:" + palette.options().get(i) + "}"));
        }
        return rules.toString();
    }

    private static String rules(String... rules) {
        return ROOT + String.join(ROOT, rules);
    }

    /** The class that gives the option of that place its colour, as {@code currentColor}. */
    static String option(int place) {
        return "option-" + (place + 1);
    }
}
