package dev.tradeoff.embed;

import dev.tradeoff.chart.Bars;
import dev.tradeoff.chart.Chart;
import dev.tradeoff.chart.Look;
import dev.tradeoff.chart.Radar;
import dev.tradeoff.chart.Standing;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.recommendation.DefaultRecommendation;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comparison in short, to be framed.
 *
 * @param at where it is
 * @param outcome what it recommends
 * @param why in a sentence; empty where there is nothing to be said
 * @param wide the chart where there is room
 * @param narrow the chart where there is little
 * @param left how many factors the table leaves out
 */
record EmbedPage(
        Addresses at,
        RawString style,
        String title,
        String question,
        int revision,
        Outcome outcome,
        String why,
        RawString wide,
        RawString narrow,
        List<String> options,
        List<Row> rows,
        int left) {

    private static final int MOST_ROWS = 8;
    private static final int MOST_COLUMNS = 6;
    private static final int WIDE = 640;
    private static final int NARROW = 320;

    /** A factor and how each option stands under it. */
    record Row(String factor, List<Cell> cells) {}

    /** @param known whether there is a figure */
    record Cell(String said, boolean known) {

        static Cell of(Standing standing) {
            return switch (standing) {
                case Standing.At at -> new Cell(at.said(), true);
                case Standing.Between between -> new Cell(between.said(), true);
                case Standing.Unknown unknown -> new Cell(unknown.said(), false);
                case Standing.NotApplicable notApplicable -> new Cell(notApplicable.said(), false);
            };
        }
    }

    /** How scores are drawn. */
    enum Kind {
        RADAR,
        BARS;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        private RawString draw(Chart chart, int width) {
            return new RawString(
                    switch (this) {
                        case RADAR -> Radar.svg(chart.weightiest(Radar.USUAL_AXES), Look.inline(width));
                        case BARS -> Bars.svg(chart.weightiest(MOST_ROWS), Look.inline(width));
                    });
        }
    }

    static EmbedPage of(
            Addresses at,
            EmbedStyle style,
            Comparison comparison,
            int revision,
            @Nullable DefaultRecommendation answer,
            Chart chart,
            Kind kind) {
        var table = chart.weightiest(MOST_ROWS).firstOptions(MOST_COLUMNS);
        return new EmbedPage(
                at,
                style.text(),
                comparison.title(),
                comparison.question(),
                revision,
                Outcome.of(comparison, answer),
                answer == null || answer.explanation().isEmpty()
                        ? ""
                        : answer.explanation().getFirst(),
                kind.draw(chart, WIDE),
                kind.draw(chart, NARROW),
                table.options(),
                table.axes().stream()
                        .map(axis -> new Row(
                                axis.name(),
                                axis.standings().stream().map(Cell::of).toList()))
                        .toList(),
                chart.axes().size() - table.axes().size());
    }
}
