package dev.tradeoff.feed;

import dev.tradeoff.published.ChangeLog;
import dev.tradeoff.shared.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens. */
@Path("/api/v1/changes/stream")
@Tag(name = "Changes")
public class ChangeStreamResource {

    private static final String EXAMPLE = """
            retry: 2000
            id: 41

            id: 42
            event: published
            data: {"position":42,"comparison":"nodejs-vs-python-backend","title":"Node.js or Python for the backend?","revision":2,"href":"/api/v1/comparisons/nodejs-vs-python-backend/revisions/2","changesHref":"/api/v1/comparisons/nodejs-vs-python-backend/revisions/2/changes","publishedAt":"2026-11-22T12:00:00Z","publishedBy":"platform-team","message":"Adds the figures of the second benchmark","changes":["Claim express-throughput: value changed from 55200 to 58100"],"moreChanges":0}

            """;

    private final ChangeLog log;
    private final ChangeStreams streams;

    ChangeStreamResource(ChangeLog log, ChangeStreams streams) {
        this.log = log;
        this.streams = streams;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.WILDCARD) // chosen below: the framework would take the stream for one of its own
    @Operation(
            operationId = "streamChanges",
            summary = "What happens, as it happens",
            description =
                    "Server-sent events: `published` with what `GET /api/v1/changes` tells of a publication; `archived` and `unarchived` with `position`, `comparison`, `title`, `revision` and `href`. The `id` of an event is its position. Who connects again with the last one (`Last-Event-ID`, as browsers do by themselves) goes on after it, here or at another replica: nothing is lost and nothing comes twice. Of a comparison that was archived and brought back meanwhile, nothing is told of that. A new id without an event comes every 15 seconds; who does not take it by the next time is cut off. Beyond the streams that a replica allows it answers 503.")
    @APIResponse(
            responseCode = "200",
            description = "Events, until either side ends.",
            headers =
                    @Header(
                            name = "X-Accel-Buffering",
                            description = "`no`: proxies hold nothing back.",
                            schema = @Schema(type = SchemaType.STRING, examples = "no")),
            content =
                    @Content(
                            mediaType = ChangeStream.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            example = EXAMPLE))
    public ChangeStream stream(
            @BeanParam ChangeFilter filter,
            @Parameter(
                            description = "The last `id` that was received: what happened after it is sent first.",
                            example = "41")
                    @RestHeader("Last-Event-ID")
                    @Nullable
                    String received,
            @Parameter(
                            description =
                                    "The same for a first connection, on which browsers send no header of their own choice; the header wins. 0: everything.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"),
                            example = "41")
                    @RestQuery
                    @Nullable
                    String lastEventId,
            @Context HttpHeaders headers,
            @Context RoutingContext request) {
        if (headers.getAcceptableMediaTypes().stream()
                .noneMatch(MediaType.valueOf(ChangeStream.MEDIA_TYPE)::isCompatible)) {
            throw new Problem.NotAcceptable("At this address there is " + ChangeStream.MEDIA_TYPE + ".").refused();
        }
        long after = after(received, lastEventId);
        if (request.request().method() != HttpMethod.HEAD) {
            streams.reserve(request);
        }
        return new ChangeStream(request, after, () -> log.concerned(filter.comparison(), filter.technology()));
    }

    private long after(@Nullable String received, @Nullable String asked) {
        long first = asked == null ? log.position() : Since.position("lastEventId", asked);
        if (received == null || received.isEmpty()) {
            return first;
        }
        if (!received.matches("[0-9]{1,18}")) {
            throw new Problem.InvalidHeader("Last-Event-ID", "The Last-Event-ID is none of this stream.").refused();
        }
        return Long.parseLong(received);
    }
}
