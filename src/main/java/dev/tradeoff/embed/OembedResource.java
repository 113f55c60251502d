package dev.tradeoff.embed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.PublishedState;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.shared.json.JsonBytes;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.PublicAddress;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * How programs that turn links into something to look at find what to show (oEmbed 1.0). They add parameters of their own,
 * which are passed over, as oEmbed has it.
 */
@Path("/oembed")
@ForPeople
public class OembedResource {

    private static final int USUAL_WIDTH = 640;
    private static final int USUAL_HEIGHT = 720;
    private static final int LEAST = 1;
    private static final int MOST = 100_000;
    private static final int DAY = 86_400;
    private static final String JSON = "json";

    private final PublishedStates states;
    private final PublicAddress address;
    private final Images images;
    private final ObjectMapper json;

    OembedResource(PublishedStates states, PublicAddress address, Images images, ObjectMapper json) {
        this.states = states;
        this.address = address;
        this.images = images;
        this.json = json;
    }

    /** A frame for a comparison, in the words of oEmbed; width and height in pixels. */
    record Frame(
            String type,
            String version,
            String title,
            @JsonProperty("provider_name") String providerName,
            @JsonProperty("provider_url") String providerUrl,
            @JsonProperty("cache_age") int cacheAge,
            String html,
            int width,
            int height) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Representation> frame(
            @RestQuery @Nullable String url,
            @RestQuery @Nullable String maxwidth,
            @RestQuery @Nullable String maxheight,
            @RestQuery @Nullable String format,
            @Context HttpServerRequest request) {
        if (format != null && !format.equals(JSON)) {
            throw new Problem.NotOffered("oEmbed is answered as JSON only; leave format out, or make it json.")
                    .refused();
        }
        if (url == null) {
            throw new Problem.InvalidParameter("url", "url is missing: the address of a comparison's page.").refused();
        }
        int width = Math.min(USUAL_WIDTH, atMost("maxwidth", maxwidth));
        int height = Math.min(USUAL_HEIGHT, atMost("maxheight", maxheight));
        var at = Addresses.of(address.of(request), url)
                .orElseThrow(() ->
                        new Problem.NotFound("url is no address of a comparison's page at this service.").refused());
        return states.find(at.comparison(), null).map(state -> answer(state, at, width, height));
    }

    private static int atMost(String parameter, @Nullable String pixels) {
        return pixels == null ? MOST : Numbers.within(parameter, pixels, LEAST, MOST);
    }

    private Representation answer(PublishedState state, Addresses at, int width, int height) {
        var title = state.comparison().title();
        var frame = new Frame(
                "rich", "1.0", title, "Tradeoff", at.base() + "/", DAY, html(at, title, width, height), width, height);
        return Representation.of(JsonBytes.of(json, frame), Caching.REVALIDATED)
                .standingWhile(() -> images.isLatest(at.comparison(), state.revision()));
    }

    private static String html(Addresses at, String title, int width, int height) {
        return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\" style=\"border:0;max-width:100%%\"></iframe>"
                .formatted(escaped(at.embed()), width, height, escaped(title));
    }

    /** For an attribute in double quotes. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
