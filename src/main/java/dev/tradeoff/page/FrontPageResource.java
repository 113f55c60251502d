package dev.tradeoff.page;

import dev.tradeoff.published.PublishedComparisons;
import dev.tradeoff.published.PublishedSearch;
import dev.tradeoff.shared.json.Text;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The front door: what this is, what to try, and what is found in it. */
@Path("/")
@ForPeople
public class FrontPageResource {

    private static final int SHOWN = 12;
    private static final int MOST_HITS = 30;
    private static final int LONGEST_QUESTION = 200;

    private final Pages pages;
    private final PublishedComparisons comparisons;
    private final PublishedSearch search;
    private final LinkedData data;

    FrontPageResource(Pages pages, PublishedComparisons comparisons, PublishedSearch search, LinkedData data) {
        this.pages = pages;
        this.comparisons = comparisons;
        this.search = search;
        this.data = data;
    }

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Representation front(@RestQuery @Nullable String q, @Context HttpServerRequest request) {
        var site = pages.site(request);
        var question = question(q);
        return question.isEmpty() ? front(site) : found(site, question);
    }

    private Representation front(Site site) {
        var listing = comparisons.newest(SHOWN);
        var frame = Frame.of(
                        site,
                        "/",
                        "Technology comparisons with their evidence",
                        "What is known about “X or Y?”, with the source of each figure, and recommendations that say how easily they would flip.")
                .with(data.front(site.base()), List.of());
        return pages.answer(Templates.front(frame, new FrontPage(site, listing, "", null)))
                .standingWhile(listing.current());
    }

    private Representation found(Site site, String question) {
        var results = search.find(question, MOST_HITS);
        var frame = Frame.of(site, "/", "Search: " + question, "What Tradeoff knows about “" + question + "”.")
                .asking(question)
                .unlisted();
        var page = new FrontPage(site, comparisons.newest(0), question, results);
        return pages.answer(Templates.front(frame, page)).standingWhile(results.current());
    }

    /** As it was meant: a form sends it empty, too long or with signs that are no text only by mistake. */
    private static String question(@Nullable String q) {
        if (q == null || !Text.isClean(q)) {
            return "";
        }
        var question = q.strip();
        return question.length() <= LONGEST_QUESTION ? question : question.substring(0, LONGEST_QUESTION);
    }
}
