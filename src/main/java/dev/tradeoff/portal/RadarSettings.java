package dev.tradeoff.portal;

import java.util.Map;
import java.util.Optional;

/**
 * Which rings technologies were put in.
 *
 * @param undecided the ring of what nobody has put in one; if there is none, that is left out
 * @param histories by slug of the technology
 */
record RadarSettings(Optional<Ring> undecided, Map<String, RingHistory> histories) {

    RadarSettings {
        histories = Map.copyOf(histories);
    }
}
