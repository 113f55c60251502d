package dev.tradeoff.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.ChangeLog;
import dev.tradeoff.shared.json.JsonBytes;
import dev.tradeoff.shared.web.PublicAddress;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was published, for feed readers and portals. */
@Path("/feeds")
@Tag(name = "Changes")
public class FeedsResource {

    private static final MediaType ATOM = MediaType.valueOf(AtomFeed.MEDIA_TYPE);
    private static final MediaType JSON = MediaType.valueOf(JsonFeed.MEDIA_TYPE);

    private final ChangeLog log;
    private final PublicAddress address;
    private final ObjectMapper json;

    FeedsResource(ChangeLog log, PublicAddress address, ObjectMapper json) {
        this.log = log;
        this.address = address;
        this.json = json;
    }

    @GET
    @Path("changes.atom")
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(
            operationId = "getAtomFeed",
            summary = "What was published, as an Atom feed",
            description =
                    "The 50 newest publications (RFC 4287), each with what changed against the revision before, in words. Ids stay, wherever the service is reached; links are absolute.")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content = @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Uni<Representation> atom(@BeanParam ChangeFilter filter, @Context HttpServerRequest request) {
        return feed(filter, request, ATOM, AtomFeed::bytes);
    }

    @GET
    @Path("changes.json")
    @Produces(JsonFeed.MEDIA_TYPE)
    @Operation(
            operationId = "getJsonFeed",
            summary = "What was published, as a JSON feed",
            description = "The same as the Atom feed, with the same ids, as JSON Feed 1.1.")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content = @Content(mediaType = JsonFeed.MEDIA_TYPE, schema = @Schema(implementation = JsonFeed.class)))
    public Uni<Representation> json(@BeanParam ChangeFilter filter, @Context HttpServerRequest request) {
        return feed(filter, request, JSON, feed -> JsonBytes.of(json, JsonFeed.of(feed)));
    }

    private Uni<Representation> feed(
            ChangeFilter filter, HttpServerRequest request, MediaType type, Function<Feed, byte[]> render) {
        var base = address.of(request);
        return log.find(filter.wanted(new Since.Position(0)), Long.MAX_VALUE, Feed.MOST)
                .map(found -> Representation.of(
                                type,
                                render.apply(new Feed(found.installation(), base, filter, found.publications())),
                                Caching.REVALIDATED)
                        .standingWhile(found.standing()));
    }
}
