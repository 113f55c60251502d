package dev.tradeoff.assistant;

import dev.tradeoff.shared.web.PublicAddress;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/**
 * Absolute links, for who reads them far away from the service.
 *
 * @param base scheme, host and perhaps a path, without a slash at its end
 */
record Links(String base) {

    private static final String COMPARISONS = "/comparisons/";
    private static final String API = "/api/v1" + COMPARISONS;
    private static final String RESOURCES = "tradeoff:/" + COMPARISONS;

    /** The page of a comparison. */
    String page(String comparison) {
        return base + COMPARISONS + comparison;
    }

    String api(String comparison) {
        return base + API + comparison;
    }

    String claim(String comparison, int revision, String claim) {
        return api(comparison) + "/claims/" + claim + "?revision=" + revision;
    }

    String technology(String technology) {
        return base + "/technologies/" + technology;
    }

    /** Of an address as the API gives it, which begins with a slash. */
    String absolute(String path) {
        return base + path;
    }

    /** The comparison as a resource of this protocol. */
    static String resource(String comparison) {
        return RESOURCES + comparison;
    }

    /** Those of the request that is being answered. */
    @Singleton
    static final class OfRequest {

        private final PublicAddress address;
        private final CurrentVertxRequest current;

        OfRequest(PublicAddress address, CurrentVertxRequest current) {
            this.address = address;
            this.current = current;
        }

        Links now() {
            return new Links(address.of(current.getCurrent().request()));
        }
    }
}
