package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;

/**
 * Chooses among the media types of an address that has two (RFC 9110, 12.5.1). JAX-RS is not asked: it chooses by
 * other rules, and the bytes would be of one type and called the other.
 */
public final class Accepted {

    private static final Comparator<MediaType> MOST_PRECISE_FIRST = Comparator.comparing(
                    (MediaType range) -> range.isWildcardType())
            .thenComparing(MediaType::isWildcardSubtype);

    private Accepted() {}

    /**
     * The one that the client wants more, or names more precisely; the usual one where it has no preference.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it accepts neither
     */
    public static MediaType choose(HttpHeaders headers, MediaType usual, MediaType other) {
        var forUsual = Wish.of(headers, usual);
        var forOther = Wish.of(headers, other);
        if (forUsual.quality() <= 0 && forOther.quality() <= 0) {
            throw new Problem.NotAcceptable(
                            "None of the media types in the Accept header is offered at this address; there are "
                                    + usual + " and " + other + ".")
                    .refused();
        }
        return forUsual.compareTo(forOther) >= 0 ? usual : other;
    }

    /** How much a client wants a media type: as the most precise range says that it falls into. */
    private record Wish(double quality, MediaType range) implements Comparable<Wish> {

        static Wish of(HttpHeaders headers, MediaType offered) {
            return headers.getAcceptableMediaTypes().stream()
                    .filter(offered::isCompatible)
                    .min(MOST_PRECISE_FIRST)
                    .map(range -> new Wish(quality(range), range))
                    .orElse(new Wish(0, MediaType.WILDCARD_TYPE));
        }

        private static double quality(MediaType range) {
            var q = range.getParameters().get("q");
            return q == null ? 1 : Double.parseDouble(q);
        }

        @Override
        public int compareTo(Wish that) {
            int byQuality = Double.compare(quality, that.quality);
            return byQuality != 0 ? byQuality : MOST_PRECISE_FIRST.compare(that.range, range);
        }
    }
}
