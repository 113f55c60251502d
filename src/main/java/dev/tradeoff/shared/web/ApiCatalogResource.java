package dev.tradeoff.shared.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where machines find the API's description (RFC 9727). */
@Path("/.well-known/api-catalog")
@Tag(name = "Service")
public class ApiCatalogResource {

    private static final String TYPE = "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    private final Representation catalog;

    ApiCatalogResource(ObjectMapper json) throws JsonProcessingException {
        var linkset = new Linkset(List.of(new Links(
                "/api/v1/",
                List.of(
                        new Target("/q/openapi?format=json", "application/json"),
                        new Target("/q/openapi", "application/yaml")),
                List.of(new Target("/q/swagger-ui", "text/html")),
                List.of(new Target("/q/health", "application/json")))));
        catalog = Representation.of(MediaType.valueOf(TYPE), json.writeValueAsBytes(linkset), Caching.REVALIDATED)
                .linking("</.well-known/api-catalog>; rel=\"api-catalog\"", "</q/openapi>; rel=\"service-desc\"");
    }

    @GET
    @NonBlocking
    @Produces(TYPE)
    @Operation(
            operationId = "getApiCatalog",
            summary = "Where the API's description is",
            description =
                    "A link set (RFC 9727, RFC 9264) from the API to its OpenAPI document, its Swagger UI and its health.")
    @APIResponse(
            responseCode = "200",
            description = "The links of the one API that this service has.",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = Linkset.class)))
    public Representation catalog() {
        return catalog;
    }

    @Schema(name = "Linkset", description = "A link set (RFC 9264).")
    record Linkset(List<Links> linkset) {}

    @Schema(name = "Links", description = "The links of one API.")
    record Links(
            String anchor,
            @JsonProperty("service-desc") List<Target> serviceDesc,
            @JsonProperty("service-doc") List<Target> serviceDoc,
            List<Target> status) {}

    @Schema(name = "LinkTarget")
    record Target(String href, String type) {}
}
