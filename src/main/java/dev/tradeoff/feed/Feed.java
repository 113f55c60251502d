package dev.tradeoff.feed;

import dev.tradeoff.published.Happening;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Publications to be read by programs that people follow feeds with. Names of the feed and of its entries stay, wherever the
 * service is reached: they are made from what never changes.
 *
 * @param installation whose knowledge it is
 * @param address what absolute links begin with
 * @param entries newest first
 */
record Feed(UUID installation, String address, ChangeFilter filter, List<Happening.Published> entries) {

    static final String ATOM = "/feeds/changes.atom";
    static final String JSON = "/feeds/changes.json";
    static final int MOST = 50;

    /** In which everything that the service says of itself is written. */
    static final String LANGUAGE = "en";

    private static final String OF_NAMES = "urn:uuid:";

    String title() {
        return "Tradeoff: changes" + filter.words();
    }

    String subtitle() {
        return "What was published about technologies" + filter.words() + ", and what changed.";
    }

    /** A URN (RFC 9562). */
    String id() {
        return name("changes" + filter.query());
    }

    /** The latest time of an entry; an empty feed has not changed since times began. */
    Instant updated() {
        return entries.stream()
                .map(Happening.Published::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    String self(String path) {
        return address + path + filter.query();
    }

    /** The page for people that has the same. */
    String home() {
        return address + (filter.comparison() == null || entries.isEmpty() ? "/" : Addresses.page(entries.getFirst()));
    }

    String id(Happening.Published entry) {
        return name(entry.comparison() + " " + entry.revision());
    }

    private String name(String what) {
        return OF_NAMES + UUID.nameUUIDFromBytes((installation + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    static String title(Happening.Published entry) {
        return entry.title() + ": revision " + entry.revision();
    }
}
