package dev.tradeoff.portal;

import dev.tradeoff.portal.RingHistory.Decision;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rings that the operator has put technologies in. What cannot be read, or makes no history, ends the start. */
@Singleton
final class RadarConfiguration {

    private static final String PREFIX = "tradeoff.portal.radar";

    /** As it is configured. */
    @ConfigMapping(prefix = PREFIX)
    interface Chosen {

        /** The ring of what nobody has put in one, if it is to be shown. */
        Optional<Ring> undecided();

        /** By slug of the technology. */
        Map<String, List<Put>> technologies();

        /** One decision. */
        interface Put {

            Ring ring();

            LocalDate since();

            Optional<String> reason();
        }
    }

    @Produces
    @Singleton
    RadarSettings settings(Chosen chosen) {
        var histories = new TreeMap<String, RingHistory>();
        chosen.technologies().forEach((slug, puts) -> histories.put(slug, history(slug, puts)));
        return new RadarSettings(chosen.undecided(), histories);
    }

    private static RingHistory history(String slug, List<Chosen.Put> puts) {
        try {
            return new RingHistory(puts.stream()
                    .map(put -> new Decision(put.ring(), put.since(), put.reason()))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(PREFIX + ".technologies." + slug + ": " + e.getMessage(), e);
        }
    }
}
