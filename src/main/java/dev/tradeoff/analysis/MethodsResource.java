package dev.tradeoff.analysis;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the methods of decision analysis are, and that they are computed rightly. */
@Path("/api/v1/methods")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Analysis")
public class MethodsResource {

    private final Methods methods;

    MethodsResource(Methods methods) {
        this.methods = methods;
    }

    @GET
    @Operation(
            operationId = "listMethods",
            summary = "The methods of decision analysis",
            description =
                    "Formula, preconditions, sources and worked examples of each method; the examples are computed by the engine that answers requests, and shown beside the published figures. First the methods that rank options, then those that make weights, then those that say how robust a ranking is.")
    @APIResponseSchema(value = Methods.MethodList.class, responseDescription = "All methods.")
    public Representation list() {
        return methods.list();
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "getMethod",
            summary = "A method of decision analysis",
            description =
                    "Its formula, preconditions and sources, and its worked examples: the published figures beside those that the engine computes for the same input, with the largest deviation.")
    @APIResponseSchema(value = MethodView.class, responseDescription = "The method.")
    public Representation get(
            @Parameter(
                            description =
                                    "Name of the method: `weighted-sum`, `weighted-product`, `topsis`, `vikor`, `promethee-ii`, `ahp`, `rank-order-centroid`, `smaa` or `stability`.",
                            example = "topsis")
                    @RestPath
                    String name) {
        return methods.named(name)
                .orElseThrow(() -> Problem.NotFound.of("method", name).refused());
    }
}
