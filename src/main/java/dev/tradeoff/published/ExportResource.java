package dev.tradeoff.published;

import dev.tradeoff.authoring.ComparisonDocument;
import dev.tradeoff.shared.web.Accepted;
import dev.tradeoff.shared.web.Flags;
import dev.tradeoff.shared.web.Streams;
import dev.tradeoff.technology.Technology;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Everything published, in one document. */
@Path("/api/v1/export")
@Tag(name = "Import and export")
public class ExportResource {

    static final String LINES = "application/x-ndjson";

    private final PublishedKnowledge knowledge;
    private final Export export;
    private final Streams streams;

    ExportResource(PublishedKnowledge knowledge, Export export, Streams streams) {
        this.knowledge = knowledge;
        this.export = export;
        this.streams = streams;
    }

    @Schema(
            name = "Export",
            description = "Technologies and comparisons, each sorted by slug. `POST /api/v1/import` takes it back.")
    record Document(List<Technology> technologies, List<ComparisonDocument> comparisons) {}

    @GET
    @Blocking
    @Produces(MediaType.WILDCARD) // chosen below
    @Operation(
            operationId = "exportKnowledge",
            summary = "Everything published",
            description =
                    "All technologies and the latest state of each comparison that is not archived, sorted by slug: a document that `POST /api/v1/import` takes back unchanged, always the same bytes for the same knowledge. As `application/x-ndjson` one comparison a line, without the technologies; each line is a comparison that can be imported. It is sent as fast as it is read; when many read at once, more are asked to come back (503).")
    @APIResponse(
            responseCode = "200",
            description = "The export.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Document.class)),
                @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING))
            })
    public Streams.Streamed export(
            @Parameter(
                            description =
                                    "`true`: each comparison with all its `revisions`, oldest first. An import restores their numbers, times and authors where the comparison does not exist yet.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
                            example = "false")
                    @RestQuery
                    @Nullable
                    String history,
            @Context HttpHeaders headers) {
        boolean whole = Flags.read("history", history);
        var ndjson = MediaType.valueOf(LINES);
        boolean lines = Accepted.choose(headers, MediaType.APPLICATION_JSON_TYPE, ndjson) == ndjson;
        var snapshot = knowledge.current();
        return streams.answer(
                lines ? ndjson : MediaType.APPLICATION_JSON_TYPE,
                Export.tag(snapshot, lines, whole),
                lines ? out -> export.lines(snapshot, whole, out) : out -> export.document(snapshot, whole, out));
    }
}
