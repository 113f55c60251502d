package dev.tradeoff.page;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The scripts of the pages. */
@Path("/assets")
@ForPeople
public class AssetsResource {

    private final Assets assets;

    AssetsResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @NonBlocking
    @Path("{name}")
    @Produces(MediaType.WILDCARD) // a script element accepts anything
    @Operation(hidden = true)
    public Representation script(@RestPath String name) {
        return assets.script(name)
                .orElseThrow(() -> Problem.NotFound.of("script", name).refused());
    }
}
