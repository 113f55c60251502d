package dev.tradeoff.editing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.access.Roles;
import dev.tradeoff.authoring.DraftMembers;
import dev.tradeoff.authoring.Saved;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.knowledge.Slugs;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Conditions;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Written;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Single members of a draft. One set of operations for all collections; {@link DraftCollections} gives each collection
 * its own paths and schema in the OpenAPI document.
 */
@Path("/api/v1/comparisons/{comparison}/draft")
@Tag(name = "Members of a draft")
@Blocking
@RolesAllowed(Roles.EDITOR)
public class DraftMembersResource {

    private final DraftMembers members;
    private final Writes writes;
    private final Bodies bodies;
    private final ObjectMapper json;

    DraftMembersResource(DraftMembers members, Writes writes, Bodies bodies, ObjectMapper json) {
        this.members = members;
        this.writes = writes;
        this.bodies = bodies;
        this.json = json;
    }

    /** All members of a collection. */
    record Items(List<Member> items, PageInfo page) {}

    /** The new slug of a member. */
    @Schema(name = "Renaming", description = "The new slug of a member.")
    record Renaming(
            @Schema(description = "Kebab-case, and not taken.", examples = "a-better-name") @Nullable
            String slug) {

        String checked() {
            if (slug == null || !Slugs.isSlug(slug)) {
                var detail = slug == null ? "is missing" : "must be kebab-case, 1 to " + Slugs.LONGEST + " characters";
                throw new Problem.InvalidBody("/slug " + detail + ".", List.of(new Problem.Flaw("/slug", detail)))
                        .refused();
            }
            return slug;
        }
    }

    @GET
    @Path("{collection}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listDraftMembers",
            summary = "The {members} of a draft",
            description = "All of them, in their order. The ETag is the draft's.")
    @APIResponse(responseCode = "200", description = "All {members}.")
    public Representation list(@RestPath String comparison, @RestPath String collection) {
        var section = section(collection);
        var collected = members.list(comparison, section);
        return Drafted.derived(
                json,
                new Items(
                        collected.members(), PageInfo.whole(collected.members().size())),
                collected.version());
    }

    @POST
    @Path("{collection}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "addDraftMember",
            summary = "Add {a member} to a draft",
            description =
                    "Without a slug it gets one made of its name. With an Idempotency-Key the request can be repeated: it adds one.")
    @RequestBody(required = true, description = "The {member}; what is left out is empty.")
    @APIResponse(responseCode = "201", description = "Added.")
    public RestResponse<byte[]> add(
            @RestPath String comparison, @RestPath String collection, @BeanParam IdempotencyKey key) {
        var section = section(collection);
        return writes.write("addDraftMember", address(comparison, section), () -> {
            var sent = sent(comparison, section);
            var saved = members.add(comparison, section, sent);
            return Written.created(
                    address(comparison, section) + "/" + saved.value().slug(), saved.version(), saved.value());
        });
    }

    @GET
    @Path("{collection}/{slug}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getDraftMember",
            summary = "{A member} of a draft",
            description = "As it is drafted. Its ETag is what changing it is conditional on.")
    @APIResponse(responseCode = "200", description = "The {member}.")
    public Representation get(@RestPath String comparison, @RestPath String collection, @RestPath String slug) {
        var found = members.get(comparison, section(collection), slug);
        return Drafted.representation(json, found.member(), found.version());
    }

    @PUT
    @Path("{collection}/{slug}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putDraftMember",
            summary = "Create or replace {a member} of a draft",
            description =
                    "Creates it at the end of its collection, or replaces all of it where it is; replacing needs If-Match with its ETag. Editors of other members are not in the way.")
    @RequestBody(required = true, description = "The {member}; `slug` may be left out, and what is left out is empty.")
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "201", description = "Created.")
    public RestResponse<byte[]> put(
            @RestPath String comparison,
            @RestPath String collection,
            @RestPath String slug,
            @BeanParam Conditions conditions) {
        var section = section(collection);
        var sent = sent(comparison, section);
        var address = address(comparison, section) + "/" + slug;
        return writes.write("putDraftMember", address, () -> {
            Saved<Member> saved = members.put(comparison, section, slug, sent, conditions);
            return saved.created()
                    ? Written.created(address, saved.version(), saved.value())
                    : Written.changed(saved.version(), saved.value());
        });
    }

    @DELETE
    @Path("{collection}/{slug}")
    @Operation(
            operationId = "removeDraftMember",
            summary = "Remove {a member} from a draft",
            description = "Refused while other members of the draft name it; the answer points to each of them.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public RestResponse<byte[]> remove(
            @RestPath String comparison,
            @RestPath String collection,
            @RestPath String slug,
            @BeanParam Conditions conditions) {
        var section = section(collection);
        return writes.write("removeDraftMember", address(comparison, section) + "/" + slug, () -> {
            members.remove(comparison, section, slug, conditions);
            return Written.gone();
        });
    }

    @POST
    @Path("{collection}/{slug}/rename")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "renameDraftMember",
            summary = "Rename {a member} of a draft",
            description = "Gives it another slug, and every mention of it in the draft with it.")
    @RequestBody(
            required = true,
            description = "The new slug.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Renaming.class)))
    @APIResponse(responseCode = "200", description = "The {member} under its new slug.")
    public RestResponse<byte[]> rename(
            @RestPath String comparison,
            @RestPath String collection,
            @RestPath String slug,
            @BeanParam Conditions conditions,
            @BeanParam IdempotencyKey key) {
        var section = section(collection);
        return writes.write("renameDraftMember", address(comparison, section) + "/" + slug, () -> {
            members.get(comparison, section, slug);
            var newSlug = bodies.read(Renaming.class).checked();
            var saved = members.rename(comparison, section, slug, newSlug, conditions);
            return Written.changed(saved.version(), saved.value());
        });
    }

    /** A draft that does not exist is refused before its body. That costs a question only where the body is wrong. */
    private Member sent(String comparison, Section section) {
        try {
            return bodies.read(section.type());
        } catch (Refused refused) {
            members.exists(comparison);
            throw refused;
        }
    }

    private static String address(String comparison, Section section) {
        return Drafted.address(comparison) + "/" + section.path();
    }

    private static Section section(String path) {
        return Section.ofPath(path).orElseThrow(() -> new Problem.UnknownRoute(
                        "A draft has no collection of that name; /q/openapi lists those that there are.")
                .refused());
    }
}
