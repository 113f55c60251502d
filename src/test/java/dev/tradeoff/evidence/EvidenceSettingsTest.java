package dev.tradeoff.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceSettingsTest {

    private static final Period USUAL = Period.ofMonths(18);

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0, -2, Double.NaN, Double.POSITIVE_INFINITY})
    void a_ratio_is_a_number_of_at_least_one(double ratio) {
        assertThatThrownBy(() -> new EvidenceSettings(ratio, 10, 1.1, USUAL, Map.of()))
                .hasMessage("contradiction-ratio must be a number of at least 1, not " + ratio);
        assertThatThrownBy(() -> new EvidenceSettings(2, ratio, 1.1, USUAL, Map.of()))
                .hasMessageStartingWith("outlier-ratio ");
        assertThatThrownBy(() -> new EvidenceSettings(2, 10, ratio, USUAL, Map.of()))
                .hasMessageStartingWith("concurrency-ratio ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1M", "P1Y-1D", "P1001Y", "P99999999D"})
    void a_shelf_life_is_longer_than_nothing_and_shorter_than_history(String period) {
        assertThatThrownBy(() -> new EvidenceSettings(2, 10, 1.1, Period.parse(period), Map.of()))
                .hasMessageStartingWith("shelf-life must be longer than nothing and at most 1000 years");
        assertThatThrownBy(() -> new EvidenceSettings(2, 10, 1.1, USUAL, Map.of("latency", Period.parse(period))))
                .hasMessageStartingWith("shelf-lives.latency must ");
    }

    @Test
    void names_of_one_metric_share_its_shelf_life() {
        var settings =
                new EvidenceSettings(2, 10, 1.1, USUAL, Map.of("qps", Period.ofDays(9), "rps", Period.ofDays(9)));
        assertThat(settings.shelfLifeOf("responses-per-second")).isEqualTo(Period.ofDays(9));
        assertThat(settings.shelfLifeOf("latency")).isEqualTo(USUAL);
        assertThatThrownBy(() -> new EvidenceSettings(
                        2, 10, 1.1, USUAL, Map.of("qps", Period.ofDays(9), "rps", Period.ofDays(8))))
                .hasMessageContaining("another name");
    }
}
