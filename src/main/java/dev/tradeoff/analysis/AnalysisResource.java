package dev.tradeoff.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.mcda.Analysis;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Computing;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Analyses of matrices that callers bring, and weights from judgements. Nothing is stored. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analysis")
public class AnalysisResource {

    static final String ANALYSES = "/api/v1/analyses";

    /** About how many operations it takes to parse and check a byte of a body. */
    private static final long READING = 20;

    private final Computing computing;
    private final Bodies bodies;
    private final ObjectMapper json;

    AnalysisResource(Computing computing, Bodies bodies, ObjectMapper json) {
        this.computing = computing;
        this.bodies = bodies;
        this.json = json;
    }

    @POST
    @Path("analyses")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "analyseMatrix",
            summary = "Rank options by a decision matrix",
            description =
                    "Ranks the options of a matrix by one of five methods, and says how robust that is: within which weights the winner stays, which least change makes another win, how often each option has which rank over all weightings, what the other methods say, and which option's absence would change the winner. Stores nothing; the same request gets the same figures. VIKOR's score is Q, of which less is better; `ranks` are 1 for the best by every method. Sizes: up to 100 options, 200 criteria, 100,000 samples, a body of 1 MiB; what needs too much computing is refused.")
    @RequestBody(
            required = true,
            description = "The matrix, and how to analyse it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnalysisRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "weighted-sum",
                                        summary = "A weighted sum, with nothing but what must be given"),
                                @ExampleObject(name = "topsis", summary = "TOPSIS on risk and yield"),
                                @ExampleObject(
                                        name = "promethee-ii",
                                        summary = "PROMETHEE II with a preference function for each criterion"),
                                @ExampleObject(
                                        name = "uncertain",
                                        summary = "Uncertain figures, on scales with anchors")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The ranking, and how robust it is.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnalysisAnswer.class)))
    public Uni<Representation> analyse(@Context HttpHeaders headers) {
        var body = bodies.json();
        var encoding = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        return computing
                .run(READING * body.length(), () -> body.as(AnalysisRequest.class)
                        .question())
                .flatMap(question ->
                        computing.run(question.preparation(), () -> new Prepared(question, question.analysis())))
                .flatMap(prepared -> computing.run(prepared.operations(), () -> rendered(prepared.answer(), encoding)));
    }

    @POST
    @Path("weights")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "computeWeights",
            summary = "Weights from judgements or from an order",
            description =
                    "Makes weights of pairwise judgements (AHP: the principal eigenvector, with the consistency ratio and the judgement that fits the others least) or of an order of importance (rank-order centroid). Up to 200 criteria. Stores nothing.")
    @RequestBody(
            required = true,
            description = "Either judgements or an order.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WeightsRequest.class),
                            examples = {
                                @ExampleObject(name = "pairwise", summary = "Three criteria, compared pair by pair"),
                                @ExampleObject(name = "order", summary = "Three criteria, the most important first")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The weights.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WeightsAnswer.class)))
    public Uni<Representation> weights(@Context HttpHeaders headers) {
        var body = bodies.json();
        var encoding = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        return computing
                .run(READING * body.length(), () -> body.as(WeightsRequest.class)
                        .checked())
                .flatMap(request -> computing.run(request.operations(), () -> rendered(request.answer(), encoding)));
    }

    /** A question whose figures suit its method, so that it can be said what its answer takes. */
    private record Prepared(Question question, Analysis analysis) {

        long operations() {
            return analysis.operations(question.samples()) + question.preparation();
        }

        AnalysisAnswer answer() {
            return AnalysisAnswer.of(question, analysis);
        }
    }

    private Representation rendered(Object answer, @Nullable String acceptedEncoding) {
        try {
            return Representation.of(json.writeValueAsBytes(answer), Caching.NOT_STORED)
                    .compressedFor(acceptedEncoding);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }
}
