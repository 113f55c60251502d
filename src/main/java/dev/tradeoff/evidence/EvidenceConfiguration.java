package dev.tradeoff.evidence;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/** How strict the operator wants the linter to be. What cannot be read, or is out of range, ends the start. */
@Singleton
final class EvidenceConfiguration {

    private static final String PREFIX = "tradeoff.evidence";

    /** As it is configured; what each means is said in {@link EvidenceSettings}. */
    @ConfigMapping(prefix = PREFIX)
    interface Chosen {

        double contradictionRatio();

        double outlierRatio();

        double concurrencyRatio();

        String shelfLife();

        Map<String, String> shelfLives();
    }

    @Produces
    @Singleton
    EvidenceSettings settings(Chosen chosen) {
        var shelfLives = new TreeMap<String, Period>();
        chosen.shelfLives().forEach((metric, text) -> shelfLives.put(metric, period("shelf-lives." + metric, text)));
        try {
            return new EvidenceSettings(
                    chosen.contradictionRatio(),
                    chosen.outlierRatio(),
                    chosen.concurrencyRatio(),
                    period("shelf-life", chosen.shelfLife()),
                    shelfLives);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(PREFIX + "." + e.getMessage(), e);
        }
    }

    private static Period period(String setting, String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(
                    "%s.%s must be a period such as P18M or P1Y6M, not %s".formatted(PREFIX, setting, text), e);
        }
    }
}
