package dev.tradeoff.chart;

import java.util.Locale;

/**
 * How a chart is drawn.
 *
 * @param width in pixels, {@link #NARROWEST} to {@link #WIDEST}
 * @param isStandalone whether it is a document of its own, with its style, a background and a headline; else it is part of
 *     a page that has these: {@link #stylesheet}
 */
public record Look(int width, Scheme scheme, boolean isStandalone) {

    public static final int NARROWEST = 280;
    public static final int WIDEST = 1200;
    public static final int USUAL = 640;

    public Look {
        if (width < NARROWEST || width > WIDEST) {
            throw new IllegalArgumentException("a chart cannot be %d pixels wide".formatted(width));
        }
    }

    /** For whose eyes. */
    public enum Scheme {
        /** As the viewer has it ({@code prefers-color-scheme}). */
        AUTO,
        LIGHT,
        DARK;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A document of its own. */
    public static Look standalone(int width, Scheme scheme) {
        return new Look(width, scheme, true);
    }

    /** A part of an HTML page, which has {@link #stylesheet}. */
    public static Look inline(int width) {
        return new Look(width, Scheme.AUTO, false);
    }

    /** What a page with inline charts needs in its style sheet; every rule begins with {@code .tradeoff-chart}. */
    public static String stylesheet() {
        return Style.of(Scheme.AUTO);
    }
}
