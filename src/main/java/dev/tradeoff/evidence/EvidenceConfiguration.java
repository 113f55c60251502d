package dev.tradeoff.evidence;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.Map;

/** How strict the operator wants the linter to be. What is out of range ends the start. */
@Singleton
final class EvidenceConfiguration {

    private static final String PREFIX = "tradeoff.evidence";

    /** As it is configured; what each means is said in {@link EvidenceSettings}. */
    @ConfigMapping(prefix = PREFIX)
    interface Chosen {

        double contradictionRatio();

        double outlierRatio();

        double concurrencyRatio();

        Period shelfLife();

        Map<String, Period> shelfLives();
    }

    @Produces
    @Singleton
    EvidenceSettings settings(Chosen chosen) {
        try {
            return new EvidenceSettings(
                    chosen.contradictionRatio(),
                    chosen.outlierRatio(),
                    chosen.concurrencyRatio(),
                    chosen.shelfLife(),
                    chosen.shelfLives());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(PREFIX + "." + e.getMessage(), e);
        }
    }
}
