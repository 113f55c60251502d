package dev.tradeoff.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradeoff.portal.RingHistory.Decision;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who puts technologies in rings, and what the start refuses. */
class RadarConfigurationTest {

    private static final String KAFKA = "tradeoff.portal.radar.technologies.apache-kafka";

    @Test
    void by_default_nobody_has_decided_and_what_is_known_is_assessed() throws IOException {
        assertThat(configured(Map.of())).isEqualTo(new RadarSettings(Optional.of(Ring.ASSESS), Map.of()));
    }

    @Test
    void the_undecided_can_be_left_out() throws IOException {
        assertThat(configured(Map.of("tradeoff.portal.radar.undecided", "")).undecided())
                .isEmpty();
    }

    @Test
    void a_technology_has_its_rings_in_any_order() throws IOException {
        var settings = configured(Map.of(
                KAFKA + "[0].ring", "trial",
                KAFKA + "[0].since", "2025-05-01",
                KAFKA + "[1].ring", "adopt",
                KAFKA + "[1].since", "2026-11-02",
                KAFKA + "[1].reason", "Three teams have run it for a year."));
        assertThat(settings.histories())
                .isEqualTo(Map.of(
                        "apache-kafka",
                        new RingHistory(List.of(
                                new Decision(
                                        Ring.ADOPT,
                                        LocalDate.parse("2026-11-02"),
                                        Optional.of("Three teams have run it for a year.")),
                                new Decision(Ring.TRIAL, LocalDate.parse("2025-05-01"), Optional.empty())))));
    }

    @ParameterizedTest
    @CsvSource({"embrace, 2026-11-02", "adopt, 2026-02-30", "adopt, yesterday"})
    void a_ring_or_a_day_that_there_is_not_is_refused(String ring, String since) {
        assertThatThrownBy(() -> configured(Map.of(KAFKA + "[0].ring", ring, KAFKA + "[0].since", since)))
                .hasMessageContaining(KAFKA + "[0]");
    }

    @Test
    void two_rings_on_one_day_are_refused() {
        assertThatThrownBy(() -> configured(Map.of(
                        KAFKA + "[0].ring", "adopt",
                        KAFKA + "[0].since", "2026-11-02",
                        KAFKA + "[1].ring", "hold",
                        KAFKA + "[1].since", "2026-11-02")))
                .hasMessage(KAFKA + ": two rings begin on 2026-11-02");
    }

    private static RadarSettings configured(Map<String, String> changes) throws IOException {
        var config = new SmallRyeConfigBuilder()
                .withMapping(RadarConfiguration.Chosen.class)
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(
                        Path.of("src/main/resources/application.properties")
                                .toUri()
                                .toURL(),
                        100))
                .withSources(new PropertiesConfigSource(new HashMap<>(changes), "changes", 200))
                .withValidateUnknown(false)
                .build();
        return new RadarConfiguration().settings(config.getConfigMapping(RadarConfiguration.Chosen.class));
    }
}
