package dev.tradeoff.page;

import dev.tradeoff.shared.web.PublicAddress;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** Turns filled templates into answers. */
@Singleton
final class Pages {

    private final PublicAddress address;
    private final Assets assets;

    Pages(PublicAddress address, Assets assets) {
        this.address = address;
        this.assets = assets;
    }

    /** The service as who sent the request knows it. */
    Site site(HttpServerRequest request) {
        return new Site(address.of(request), assets);
    }

    /** Renders it, which takes some milliseconds where there is much in it: call off the event loop. */
    Representation answer(TemplateInstance page) {
        return Representation.of(
                        MediaType.TEXT_HTML_TYPE, page.render().getBytes(StandardCharsets.UTF_8), Caching.REVALIDATED)
                .compressed();
    }
}
