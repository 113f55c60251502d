package dev.tradeoff.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.json.JsonBytes;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.ProblemType;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What each kind of problem means: where the {@code type} of a problem document leads. */
@Path("/problems")
@NonBlocking
@Tag(name = "Service")
public class ProblemsResource {

    private final ObjectMapper json;

    ProblemsResource(ObjectMapper json) {
        this.json = json;
    }

    @Schema(name = "ProblemExplanation", description = "What a kind of problem means.")
    record Explanation(
            @Schema(description = "The `type` of its problem documents.")
            String type,

            String title,
            int status,

            @Schema(description = "What it means and what to do.")
            String explanation) {

        static Explanation of(ProblemType type) {
            return new Explanation(type.uri(), type.title(), type.status(), type.explanation());
        }
    }

    @Schema(name = "ProblemList", description = "All kinds of problem.")
    record Explanations(List<Explanation> items, PageInfo page) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listProblems",
            summary = "The kinds of problem there are",
            description = "Every `type` that a problem document of this service can have, with what it means.")
    @APIResponseSchema(value = Explanations.class, responseDescription = "All kinds of problem.")
    public Representation problems() {
        var all = Arrays.stream(ProblemType.values()).map(Explanation::of).toList();
        return Representation.of(
                JsonBytes.of(json, new Explanations(all, PageInfo.whole(all.size()))), Caching.REVALIDATED);
    }

    @GET
    @Path("{name}")
    @Produces(MediaType.WILDCARD) // chosen below
    @Operation(
            operationId = "getProblem",
            summary = "What a kind of problem means",
            description = "Where the `type` of a problem document leads: as JSON, or as a page for people.")
    @APIResponse(
            responseCode = "200",
            description = "What it means and what to do.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Explanation.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public Representation problem(@RestPath String name, @Context HttpHeaders headers) {
        var type = ProblemType.named(name)
                .orElseThrow(() -> Problem.NotFound.of("kind of problem", name).refused());
        var chosen = Accepted.choose(headers, MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE);
        var bytes = chosen == MediaType.TEXT_HTML_TYPE ? page(type) : JsonBytes.of(json, Explanation.of(type));
        return Representation.negotiated(chosen, bytes, Caching.REVALIDATED);
    }

    /** Our own text without a character that HTML would have to escape. */
    private static byte[] page(ProblemType type) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
                <body><main><h1>%1$s</h1><p>HTTP status %2$d</p><p>%3$s</p></main></body>
                </html>
                """.formatted(type.title(), type.status(), type.explanation()).getBytes(StandardCharsets.UTF_8);
    }
}
