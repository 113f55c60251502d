package dev.tradeoff.published;

import dev.tradeoff.shared.web.Accepted;
import dev.tradeoff.shared.web.Flags;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Comparisons: the list, one as a whole, and its decision matrix. */
@Path("/api/v1/comparisons")
@Tag(name = "Comparisons")
public class ComparisonsResource {

    private static final String CSV = "text/csv";

    private final Lists lists;
    private final History history;

    ComparisonsResource(Lists lists, History history) {
        this.lists = lists;
        this.history = history;
    }

    /** What comparisons are filtered by. */
    record ComparisonFilter(
            @Parameter(
                    description =
                            "Words to look for in titles, questions, summaries and options, understood as in a search (`GET /api/v1/search`).",
                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                    example = "backend")
            @RestQuery
            @Nullable
            String q,

            @Parameter(
                    description =
                            "Slug or alias of a technology: comparisons in which it, or a part of it, is an option.",
                    example = "python")
            @RestQuery
            @Nullable
            String technology,

            @Parameter(description = "A tag.", example = "backend") @RestQuery @Nullable
            String tag) {}

    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listComparisons",
            summary = "The comparisons there are",
            description = "Summaries, by slug; where words are looked for (`q`), by relevance and then by slug.")
    @APIResponseSchema(value = ListSchemas.ComparisonPage.class, responseDescription = "A page of comparisons.")
    public Representation list(
            @BeanParam ComparisonFilter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        var request = new Lists.Request(ListKind.COMPARISON)
                .filter(Filters.TECHNOLOGY, filter.technology())
                .filter(Filters.TAG, filter.tag())
                .search(filter.q());
        return lists.page(request, pagination, address);
    }

    @GET
    @Path("{comparison}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getComparison",
            summary = "A whole comparison",
            description =
                    "Everything that is published about one question: options, topics, factors with their assessments, findings, use cases, claims with their sources, FAQs and standing recommendations.")
    @APIResponseSchema(value = ComparisonView.class, responseDescription = "The comparison.")
    public Uni<Representation> comparison(@RestPath String comparison, @BeanParam StateQuery state) {
        return history.represent(comparison, state, View.WHOLE);
    }

    @GET
    @Path("{comparison}/matrix")
    @Produces(MediaType.WILDCARD) // chosen below
    @Operation(
            operationId = "getMatrix",
            summary = "The decision matrix of a comparison",
            description =
                    "Options × factors with scores and verdicts, as JSON or (`Accept: text/csv`) as CSV: a header, a line a row, two columns a cell, its score and its verdict.")
    @APIResponse(
            responseCode = "200",
            description = "The matrix.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MatrixView.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Representation> matrix(
            @RestPath String comparison,
            @BeanParam StateQuery state,
            @Parameter(
                            description = "`true`: a row for each factor, a cell for each option.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
                            example = "false")
                    @RestQuery
                    @Nullable
                    String transpose,
            @Context HttpHeaders headers) {
        boolean transposed = Flags.read("transpose", transpose);
        boolean csv = Accepted.choose(headers, MediaType.APPLICATION_JSON_TYPE, View.CSV) == View.CSV;
        return history.represent(comparison, state, csv ? View.matrixCsv(transposed) : View.matrix(transposed));
    }
}
