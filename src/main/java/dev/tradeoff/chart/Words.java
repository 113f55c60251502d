package dev.tradeoff.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a chart shows, in words. */
final class Words {

    static final String SCALE = "Scores from 1 (worst) to 5 (best).";

    private Words() {}

    static String describing(Chart chart) {
        var sentences = new ArrayList<String>();
        sentences.add(SCALE);
        sentences.addAll(chart.omissions());
        chart.axes().forEach(axis -> sentences.add(describing(chart, axis)));
        return String.join(" ", sentences);
    }

    private static String describing(Chart chart, Chart.Axis axis) {
        return IntStream.range(0, chart.options().size())
                .mapToObj(option -> chart.options().get(option) + " "
                        + describing(axis.standings().get(option)))
                .collect(Collectors.joining(
                        ", ", "%s (weight %s): ".formatted(axis.name(), figure(axis.weight())), "."));
    }

    private static String describing(Standing standing) {
        return switch (standing) {
            case Standing.At(double place, String said) ->
                said.equals(figure(place)) ? said : said + ", which is " + rounded(place) + " of 5";
            case Standing.Between(double low, double high, String said) ->
                said + ", which is between " + rounded(low) + " and " + rounded(high) + " of 5";
            case Standing.Unknown unknown -> unknown.said();
            case Standing.NotApplicable notApplicable -> notApplicable.said();
        };
    }

    private static String rounded(double place) {
        return Svg.number(place);
    }

    static String weight(Chart.Axis axis) {
        return "weight " + figure(axis.weight());
    }

    static String figure(double figure) {
        return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }
}
