package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.chart.Chart.Axis;
import dev.tradeoff.chart.Standing;
import dev.tradeoff.evidence.EvidenceSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn is what recommendations are computed from. */
class ScoreChartTest {

    private static List<Standing> standings(SmallComparison comparison) {
        var chart = ScoreChart.of(comparison.comparison(), EvidenceSettings.DEFAULT);
        assertThat(chart.axes()).hasSize(1);
        return chart.axes().getFirst().standings();
    }

    @Test
    void scores_stand_where_they_are() {
        assertThat(standings(SmallComparison.of("a", "b", "c").rating("speed", 2, "3.5", "unknown", "not-applicable")))
                .containsExactly(new Standing.At(3.5, "3.5"), new Standing.Unknown(), new Standing.NotApplicable());
    }

    @Test
    void measures_stand_where_their_anchors_put_them_and_keep_their_values() {
        assertThat(standings(SmallComparison.of("a", "b")
                        .measure("latency", "ms", 1000, 0, "latency-1", "latency-2, latency-3")
                        .claim("latency-1", "a", "value: 250, unit: ms")
                        .claim("latency-2", "b", "value: 100, unit: ms")
                        .claim("latency-3", "b", "value: 0.5, unit: s")))
                .containsExactly(new Standing.At(4, "250 ms"), new Standing.Between(3, 4.6, "100 to 500 ms"));
    }

    @Test
    void some_of_it_is_drawn_in_the_order_that_is_asked_for() {
        var comparison = SmallComparison.of("a", "b")
                .rating("first", 1, "1", "2")
                .rating("second", 3, "3", "4")
                .comparison();
        var chart = ScoreChart.of(
                comparison,
                comparison.options().reversed(),
                comparison.factors().reversed(),
                EvidenceSettings.DEFAULT);
        assertThat(chart.title()).isEqualTo("Small");
        assertThat(chart.options()).containsExactly("Option b", "Option a");
        assertThat(chart.axes())
                .containsExactly(
                        new Axis("the second", 3, List.of(new Standing.At(4, "4"), new Standing.At(3, "3"))),
                        new Axis("the first", 1, List.of(new Standing.At(2, "2"), new Standing.At(1, "1"))));
    }
}
