package dev.tradeoff.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.CoveredTechnologies;
import dev.tradeoff.shared.json.JsonBytes;
import dev.tradeoff.shared.web.PublicAddress;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What Backstage reads. */
@Path("/portal/backstage")
@Tag(name = "Portals")
public class BackstageResource {

    private static final String YAML = "application/yaml";

    private final CatalogEntities entities;
    private final CoveredTechnologies technologies;
    private final RadarSettings radar;
    private final PublicAddress address;
    private final ObjectMapper json;

    BackstageResource(
            CatalogEntities entities,
            CoveredTechnologies technologies,
            RadarSettings radar,
            PublicAddress address,
            ObjectMapper json) {
        this.entities = entities;
        this.technologies = technologies;
        this.radar = radar;
        this.address = address;
        this.json = json;
    }

    @GET
    @NonBlocking
    @Path("catalog-info.yaml")
    @Produces(YAML)
    @Operation(
            operationId = "getBackstageCatalog",
            summary = "This service as entities of Backstage's catalogue",
            description =
                    "A component, and the API that it provides, whose definition is this OpenAPI document: a location that the catalogue can be given. Owner, lifecycle and system are configured (`tradeoff.portal.backstage.…`). Needs no token where reads are closed.")
    @APIResponse(
            responseCode = "200",
            description = "A YAML document for each entity (`backstage.io/v1alpha1`).",
            content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
    public Representation catalog(@Context HttpServerRequest request) {
        var yaml = entities.yaml(address.of(request)).getBytes(StandardCharsets.UTF_8);
        return Representation.of(MediaType.valueOf(YAML), yaml, Caching.REVALIDATED)
                .standingWhile(() -> true);
    }

    @GET
    @Blocking
    @Path("tech-radar.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getBackstageTechRadar",
            summary = "The technologies as a tech radar for Backstage",
            description =
                    "Four quadrants, by the kind of the technologies. Rings are what the operator has decided (`tradeoff.portal.radar.technologies.…`); a technology that nobody has decided on stands in the ring that is configured for that (`assess`) if a published comparison knows it, since that was published, and its description says so.")
    @APIResponseSchema(value = TechRadar.class, responseDescription = "The radar.")
    public Representation techRadar(@Context HttpServerRequest request) {
        var entries = new RadarEntries(radar, address.of(request));
        return technologies.answer(
                all -> Representation.of(JsonBytes.of(json, entries.radar(all)), Caching.REVALIDATED));
    }
}
