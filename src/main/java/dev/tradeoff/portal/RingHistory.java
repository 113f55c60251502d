package dev.tradeoff.portal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The rings that a technology was put in.
 *
 * @param decisions newest first; at least one, and at most one a day
 */
record RingHistory(List<Decision> decisions) {

    RingHistory {
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("a history needs a ring");
        }
        var days = new HashSet<LocalDate>();
        for (var decision : decisions) {
            if (!days.add(decision.since())) {
                throw new IllegalArgumentException("two rings begin on " + decision.since());
            }
        }
        decisions = decisions.stream()
                .sorted(Comparator.comparing(Decision::since).reversed())
                .toList();
    }

    /**
     * Somebody has put the technology in a ring.
     *
     * @param reason may hold Markdown
     */
    record Decision(Ring ring, LocalDate since, Optional<String> reason) {}

    /** Whether the decision of that place led inwards (1), outwards (-1), or was the first or left the ring as it was (0). */
    int moved(int place) {
        return place + 1 == decisions.size()
                ? 0
                : decisions.get(place).ring().movedFrom(decisions.get(place + 1).ring());
    }
}
