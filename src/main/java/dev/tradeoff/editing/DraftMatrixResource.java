package dev.tradeoff.editing;

import dev.tradeoff.access.Roles;
import dev.tradeoff.authoring.DraftMembers;
import dev.tradeoff.authoring.Drafts;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.matrix.MatrixCsv;
import dev.tradeoff.matrix.MatrixSheet;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Conditions;
import dev.tradeoff.shared.web.Flags;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import dev.tradeoff.shared.web.Written;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The scores and verdicts of a draft as a table, for spreadsheets. */
@Path("/api/v1/comparisons/{comparison}/draft/matrix")
@Tag(name = "Drafts")
@Blocking
@RolesAllowed(Roles.EDITOR)
public class DraftMatrixResource {

    private static final String CSV = "text/csv";

    private final Drafts drafts;
    private final DraftMembers members;
    private final Writes writes;
    private final Bodies bodies;

    DraftMatrixResource(Drafts drafts, DraftMembers members, Writes writes, Bodies bodies) {
        this.drafts = drafts;
        this.members = members;
        this.writes = writes;
        this.bodies = bodies;
    }

    @GET
    @Produces(CSV)
    @Operation(
            operationId = "getDraftMatrix",
            summary = "The decision matrix of a draft",
            description =
                    "A header, a line for each option, and two columns for each factor: `<factor> score` (a number; `unknown`, `not-applicable`, or nothing) and `<factor> verdict`. Text that a spreadsheet would run as a formula has an apostrophe before it, which PUT takes off again. Its ETag goes with If-Match of PUT.")
    @APIResponse(
            responseCode = "200",
            description = "The matrix.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Representation matrix(
            @RestPath String comparison,
            @Parameter(
                            description = "`true`: a line for each factor, two columns for each option.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
                            example = "false")
                    @RestQuery
                    @Nullable
                    String transpose) {
        boolean transposed = Flags.read("transpose", transpose);
        var draft = drafts.find(comparison).orElseThrow(() -> Problem.NotFound.of("draft of a comparison", comparison)
                .refused());
        return Representation.of(MediaType.valueOf(CSV), MatrixCsv.of(draft.comparison(), transposed), Caching.PRIVATE)
                .at(draft.version());
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putDraftMatrix",
            summary = "Take scores and verdicts from a table",
            description =
                    "Reads what GET gave, either way round, as spreadsheets save it (UTF-8; commas, semicolons or tabs). Lines and columns may be missing; an empty cell leaves what is there; a score, a value, `unknown` and `not-applicable` take each other's place. Confidence, rationale and claims of an assessment stay; one that is new has none yet. All mistakes are told at once by line and column (the pointers lead into the lines as lists of cells): 400 for what cannot be read, 422 for options, factors and scores that there are not. Needs If-Match with the draft's ETag.")
    @RequestBody(
            required = true,
            description = "The table.",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            example =
                                    "option,concurrency score,concurrency verdict\nnodejs,4.5,Holds many connections\n"))
    @APIResponse(
            responseCode = "200",
            description = "Changed: the whole draft.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comparison.class)))
    public RestResponse<byte[]> put(@RestPath String comparison, @BeanParam Conditions conditions) {
        members.exists(comparison);
        var sheet = MatrixSheet.read(bodies.sent(MediaType.valueOf(CSV)).bytes());
        return writes.write("putDraftMatrix", Drafted.address(comparison) + "/matrix", () -> {
            var saved = drafts.change(comparison, sheet::over, conditions);
            return Written.changed(saved.version(), saved.value());
        });
    }
}
