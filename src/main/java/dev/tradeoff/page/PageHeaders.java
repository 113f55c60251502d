package dev.tradeoff.page;

import dev.tradeoff.shared.web.AddressHeaders;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What browsers are told to keep to on a page. Nothing runs but the service's own scripts, and nothing is loaded from
 * elsewhere, whatever an editor may have smuggled in. Swagger UI brings scripts and styles within its page, and has a
 * policy of its own.
 */
@Singleton
final class PageHeaders implements AddressHeaders {

    private static final List<String> PAGES = List.of("/comparisons", "/technologies", "/assets/");
    private static final String SWAGGER_UI = "/q/swagger-ui";

    private static final String FOR_SWAGGER_UI = """
            default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; \
            img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; \
            frame-ancestors 'none'""";

    private final String forPages;

    PageHeaders(Assets assets) {
        forPages = """
                default-src 'none'; script-src 'self'; style-src %s; img-src 'self' data:; connect-src 'self'; \
                base-uri 'none'; form-action 'self'; frame-ancestors 'none'""".formatted(assets.styleHashes());
    }

    @Override
    public void add(String path, MultiMap headers) {
        if (isPage(path)) {
            forPage(headers);
        } else if (path.startsWith(SWAGGER_UI)) {
            put(headers, FOR_SWAGGER_UI);
        }
    }

    private static boolean isPage(String path) {
        return path.length() == 1 || PAGES.stream().anyMatch(path::startsWith);
    }

    /** For a page at an address that has none, which is told only when it is answered. */
    void forPage(MultiMap headers) {
        put(headers, forPages);
    }

    private static void put(MultiMap headers, String policy) {
        headers.set("Content-Security-Policy", policy)
                .set("Referrer-Policy", "strict-origin-when-cross-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("X-Frame-Options", "DENY");
    }
}
