package dev.tradeoff.embed;

import dev.tradeoff.shared.web.AddressHeaders;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What browsers are told to keep to where knowledge stands in pages of others: nothing runs in an image or in a frame, and
 * whoever may not frame a comparison sees none. These are the only addresses that may be framed at all.
 */
@Singleton
final class EmbedHeaders implements AddressHeaders {

    private static final List<String> IMAGES = List.of("/charts/", "/badges/");
    private static final String EMBEDS = "/embed/";

    private static final String OF_IMAGE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** What a policy's source may be made of: nothing that would begin another directive or another policy. */
    private static final Pattern SOURCES = Pattern.compile("[A-Za-z0-9:/.*'_\\[\\]-]+( [A-Za-z0-9:/.*'_\\[\\]-]+)*");

    private final String ofEmbed;

    /** @throws IllegalArgumentException if what may frame embeds is no list of sources */
    EmbedHeaders(EmbedStyle style, @ConfigProperty(name = "tradeoff.embed.frame-ancestors") String ancestors) {
        if (!SOURCES.matcher(ancestors).matches()) {
            throw new IllegalArgumentException(
                    "tradeoff.embed.frame-ancestors has to be like “'self' https://portal.example.org”, and is "
                            + ancestors);
        }
        this.ofEmbed = "default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'; frame-ancestors %s"
                .formatted(style.hash(), ancestors);
    }

    @Override
    public void add(String path, MultiMap headers) {
        if (path.startsWith(EMBEDS)) {
            put(headers, ofEmbed);
        } else if (IMAGES.stream().anyMatch(path::startsWith)) {
            put(headers, OF_IMAGE);
        }
    }

    /** A page that asks for isolation may have them too. */
    private static void put(MultiMap headers, String policy) {
        headers.set("Content-Security-Policy", policy)
                .set("Cross-Origin-Resource-Policy", "cross-origin")
                .set("Referrer-Policy", "strict-origin-when-cross-origin");
    }
}
