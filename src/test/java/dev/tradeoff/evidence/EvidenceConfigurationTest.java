package dev.tradeoff.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may set, and what the start refuses. */
class EvidenceConfigurationTest {

    @Test
    void what_the_service_comes_with_is_the_default() throws IOException {
        assertThat(configured(Map.of())).isEqualTo(EvidenceSettings.DEFAULT);
    }

    @Test
    void each_setting_can_be_chosen() throws IOException {
        assertThat(configured(Map.of(
                        "tradeoff.evidence.contradiction-ratio", "1.5",
                        "tradeoff.evidence.outlier-ratio", "20",
                        "tradeoff.evidence.concurrency-ratio", "1.25",
                        "tradeoff.evidence.shelf-life", "P1Y6M",
                        "tradeoff.evidence.shelf-lives.package-count", "P90D")))
                .isEqualTo(new EvidenceSettings(
                        1.5, 20, 1.25, Period.of(1, 6, 0), Map.of("package-count", Period.ofDays(90))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contradiction-ratio       | 0.5       | must be a number of at least 1, not 0.5
                    outlier-ratio             | NaN       | must be a number of at least 1, not NaN
                    shelf-life                | 18 months | must be a period such as P18M or P1Y6M, not 18 months
                    shelf-life                | P0D       | must be longer than nothing and at most 1000 years, not P0D
                    shelf-lives.package-count | 90d       | must be a period such as P18M or P1Y6M, not 90d
                    shelf-lives.package-count | P-1M      | must be longer than nothing and at most 1000 years, not P-1M
                    """)
    void a_bad_value_is_refused_by_its_name(String setting, String value, String why) {
        assertThatThrownBy(() -> configured(Map.of("tradeoff.evidence." + setting, value)))
                .hasMessage("tradeoff.evidence." + setting + " " + why);
    }

    private static EvidenceSettings configured(Map<String, String> changes) throws IOException {
        var config = new SmallRyeConfigBuilder()
                .withMapping(EvidenceConfiguration.Chosen.class)
                .withSources(new PropertiesConfigSource(
                        Path.of("src/main/resources/application.properties")
                                .toUri()
                                .toURL(),
                        100))
                .withSources(new PropertiesConfigSource(new HashMap<>(changes), "changes", 200))
                .withValidateUnknown(false)
                .build();
        return new EvidenceConfiguration().settings(config.getConfigMapping(EvidenceConfiguration.Chosen.class));
    }
}
