package dev.tradeoff.page;

import dev.tradeoff.published.PublishedComparisons;
import dev.tradeoff.published.PublishedSearch;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The front door: what this is, what to try, and what is found in it. */
@Path("/")
@ForPeople
public class FrontPageResource {

    private static final int SHOWN = 12;

    private final Pages pages;
    private final PublishedComparisons comparisons;
    private final PublishedSearch search;

    FrontPageResource(Pages pages, PublishedComparisons comparisons, PublishedSearch search) {
        this.pages = pages;
        this.comparisons = comparisons;
        this.search = search;
    }

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Representation front(@RestQuery @Nullable String q, @Context HttpServerRequest request) {
        var listing = comparisons.newest(SHOWN);
        var frame = Frame.of(
                pages.site(request),
                "/",
                "Technology comparisons with their evidence",
                "What is known about “X or Y?”, with the source of each figure, and recommendations that say how easily they would flip.");
        return pages.answer(Templates.front(frame, new FrontPage(listing, "", null)))
                .standingWhile(listing.current());
    }
}
