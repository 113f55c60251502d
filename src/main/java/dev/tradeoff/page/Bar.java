package dev.tradeoff.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bar that is drawn in per cent of its width, so that it fits any screen.
 *
 * @param zero where 0 is
 * @param segments from left to right within each side of 0
 */
public record Bar(String zero, List<Segment> segments) {

    /** Narrower ones have no room for their number. */
    private static final double ROOM = 0.034;

    private static final double PERCENT = 100;

    /**
     * A part of a bar.
     *
     * @param middle where its label is
     * @param label empty where there is no room for it
     * @param tone 1 or 2 by turns, so that neighbours differ
     */
    public record Segment(String left, String width, String middle, String label, int tone, String title) {}

    /** A figure that a bar is made of. */
    record Part(double figure, String label, String title) {}

    /** From where to where bars go; {@code low} is at most 0, {@code high} at least. */
    record Domain(double low, double high) {

        /** The one in which all of these fit, each made of parts. */
        static Domain of(double low, double high, List<List<Part>> bars) {
            double least = low;
            double most = high;
            for (var parts : bars) {
                double below = 0;
                double above = 0;
                for (var part : parts) {
                    below += Math.min(0, part.figure);
                    above += Math.max(0, part.figure);
                }
                least = Math.min(least, below);
                most = Math.max(most, above);
            }
            return new Domain(least, most > least ? most : least + 1);
        }

        double share(double figure) {
            return (figure - low) / (high - low);
        }
    }

    static Bar of(Domain domain, List<Part> parts) {
        var segments = new ArrayList<Segment>();
        double below = 0;
        double above = 0;
        for (var part : parts) {
            double from = part.figure < 0 ? below + part.figure : above;
            double width = Math.abs(part.figure) / (domain.high - domain.low);
            if (part.figure != 0) {
                segments.add(segment(domain.share(from), width, part, segments.size() % 2 + 1));
            }
            below += Math.min(0, part.figure);
            above += Math.max(0, part.figure);
        }
        return new Bar(percent(domain.share(0)), segments);
    }

    private static Segment segment(double left, double width, Part part, int tone) {
        return new Segment(
                percent(left),
                percent(width),
                percent(left + width / 2),
                width < ROOM ? "" : part.label,
                tone,
                part.title);
    }

    /** {@code 12.5%}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * PERCENT);
    }
}
