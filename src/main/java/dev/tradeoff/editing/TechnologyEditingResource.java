package dev.tradeoff.editing;

import dev.tradeoff.access.Roles;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Conditions;
import dev.tradeoff.shared.web.Written;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Technologies as they are edited: without drafts and revisions, each change live at once. */
@Path("/api/v1/technologies/{technology}")
@Tag(name = "Technologies")
@Blocking
@RolesAllowed(Roles.EDITOR)
public class TechnologyEditingResource {

    private final Technologies technologies;
    private final Writes writes;
    private final Bodies bodies;
    private final MergePatch mergePatch;

    TechnologyEditingResource(Technologies technologies, Writes writes, Bodies bodies, MergePatch mergePatch) {
        this.technologies = technologies;
        this.writes = writes;
        this.bodies = bodies;
        this.mergePatch = mergePatch;
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putTechnology",
            summary = "Create or replace a technology",
            description =
                    "Live at once, in every comparison that uses it. Replacing needs If-Match. Names and aliases belong to one technology each.")
    @RequestBody(
            required = true,
            description = "The technology; `slug` may be left out.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Technology.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Technology.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Technology.class)))
    public RestResponse<byte[]> put(@RestPath String technology, @BeanParam Conditions conditions) {
        var sent = bodies.read(Technology.class);
        return writes.write(
                "putTechnology",
                address(technology),
                () -> answer(technologies.change(technology, before -> called(technology, sent), conditions)));
    }

    @PATCH
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "patchTechnology",
            summary = "Change fields of a technology",
            description = "A JSON Merge Patch (RFC 7396). Live at once. Needs If-Match.")
    @RequestBody(
            required = true,
            description = "The fields to change.",
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = Technology.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Technology.class)))
    public RestResponse<byte[]> patch(@RestPath String technology, @BeanParam Conditions conditions) {
        exists(technology);
        var patch = bodies.mergePatch();
        mergePatch.check(patch, Technology.class);
        return writes.write(
                "patchTechnology",
                address(technology),
                () -> answer(technologies.change(
                        technology,
                        before -> called(
                                technology, mergePatch.apply(patch, Objects.requireNonNull(before), Technology.class)),
                        conditions)));
    }

    @DELETE
    @Operation(
            operationId = "removeTechnology",
            summary = "Remove a technology",
            description =
                    "Refused while a draft, a revision or another technology uses it; the answer names them all. Needs If-Match.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public RestResponse<byte[]> remove(@RestPath String technology, @BeanParam Conditions conditions) {
        return writes.write("removeTechnology", address(technology), () -> {
            technologies.remove(technology, conditions);
            return Written.gone();
        });
    }

    private void exists(String technology) {
        if (technologies.known(technology).isEmpty()) {
            throw Problem.NotFound.of("technology", technology).refused();
        }
    }

    private static Technology called(String slug, Technology sent) {
        if (!sent.slug().isEmpty() && !sent.slug().equals(slug)) {
            throw new Problem.BrokenRules(
                            "/slug must be that of the address, or be left out.",
                            List.of(new Problem.Flaw("/slug", "must be " + slug + ", as in the address")))
                    .refused();
        }
        return new Technology(
                slug, sent.name(), sent.kind(), sent.aliases(), sent.partOf(), sent.summary(), sent.url());
    }

    private static Written answer(Technologies.Change change) {
        var technology = change.technology();
        return change.created()
                ? Written.created(address(technology.slug()), change.version(), technology)
                : Written.changed(change.version(), technology);
    }

    private static String address(String technology) {
        return "/api/v1/technologies/" + technology;
    }
}
