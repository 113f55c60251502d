package dev.tradeoff.editing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.access.Roles;
import dev.tradeoff.authoring.DraftMembers;
import dev.tradeoff.authoring.DraftRefusals;
import dev.tradeoff.authoring.Drafts;
import dev.tradeoff.authoring.Publisher;
import dev.tradeoff.authoring.Saved;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Conditions;
import dev.tradeoff.shared.web.Precondition;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Written;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The working copy of a comparison as a whole. */
@Path("/api/v1/comparisons/{comparison}/draft")
@Tag(name = "Drafts")
@Blocking
@RolesAllowed(Roles.EDITOR)
public class DraftsResource {

    private final Drafts drafts;
    private final DraftMembers members;
    private final Publisher publisher;
    private final Writes writes;
    private final Bodies bodies;
    private final MergePatch mergePatch;
    private final EvidenceSettings strictness;
    private final Clock clock;
    private final ObjectMapper json;

    DraftsResource(
            Drafts drafts,
            DraftMembers members,
            Publisher publisher,
            Writes writes,
            Bodies bodies,
            MergePatch mergePatch,
            EvidenceSettings strictness,
            Clock clock,
            ObjectMapper json) {
        this.drafts = drafts;
        this.members = members;
        this.publisher = publisher;
        this.writes = writes;
        this.bodies = bodies;
        this.mergePatch = mergePatch;
        this.strictness = strictness;
        this.clock = clock;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getDraft",
            summary = "The draft of a comparison",
            description =
                    "The working copy, whole. Its ETag is what changing and publishing it are conditional on. A published comparison always has one; as long as nobody edits it, it is equal to the latest revision.")
    @APIResponse(
            responseCode = "200",
            description = "The draft, complete or not.",
            content = @Content(schema = @Schema(implementation = Comparison.class)))
    public Representation draft(@RestPath String comparison) {
        var draft = drafts.find(comparison).orElseThrow(() -> Problem.NotFound.of("draft of a comparison", comparison)
                .refused());
        return Drafted.representation(json, draft.comparison(), draft.version());
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putDraft",
            summary = "Create or replace a draft",
            description =
                    "Replaces all of the draft by what is sent, or begins a comparison. A draft may be incomplete: what is left out is empty, and references may lead nowhere yet. Replacing needs If-Match; members that stay as they are keep their versions.")
    @RequestBody(
            required = true,
            description = "The whole draft; `slug` may be left out.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comparison.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comparison.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comparison.class)))
    public RestResponse<byte[]> put(@RestPath String comparison, @BeanParam Conditions conditions) {
        var sent = bodies.read(Comparison.class);
        var named = Drafted.named(comparison, sent);
        DraftRefusals.refuseMalformed(named);
        Precondition condition = version -> {
            conditions.check(version);
            Drafted.refuseOtherSlug(comparison, sent);
        };
        return writes.write("putDraft", Drafted.address(comparison), () -> answer(drafts.replace(named, condition)));
    }

    @PATCH
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "patchDraft",
            summary = "Change fields of a draft",
            description =
                    "A JSON Merge Patch (RFC 7396) of the whole draft: fields that are named are replaced, null empties them, lists are replaced as a whole. Single members are better changed at their own addresses.")
    @RequestBody(
            required = true,
            description = "The fields to change.",
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = Comparison.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comparison.class)))
    public RestResponse<byte[]> patch(@RestPath String comparison, @BeanParam Conditions conditions) {
        members.exists(comparison);
        var patch = bodies.mergePatch();
        mergePatch.check(patch, Comparison.class);
        return writes.write(
                "patchDraft",
                Drafted.address(comparison),
                () -> answer(drafts.change(
                        comparison,
                        before -> {
                            var after = mergePatch.apply(patch, before, Comparison.class);
                            Drafted.refuseOtherSlug(comparison, after);
                            return Drafted.named(comparison, after);
                        },
                        conditions)));
    }

    @DELETE
    @Operation(
            operationId = "discardDraft",
            summary = "Discard a draft",
            description =
                    "Puts the draft back to the latest revision. A comparison of which nothing was published is removed with its draft.")
    @APIResponse(responseCode = "204", description = "Discarded.")
    public RestResponse<byte[]> discard(@RestPath String comparison, @BeanParam Conditions conditions) {
        return writes.write("discardDraft", Drafted.address(comparison), () -> {
            drafts.discard(comparison, conditions);
            return Written.gone();
        });
    }

    @GET
    @Path("problems")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listDraftProblems",
            summary = "What keeps a draft from being published",
            description =
                    "Every broken rule (severity `error`), each with a JSON Pointer into the draft: with none, the draft can be published. And all that the claim linter finds on this day (severity `warning`; `info` where figures agree), as the evidence of a published comparison tells it; it keeps nothing from being published.")
    @APIResponse(
            responseCode = "200",
            description =
                    "All problems: broken rules in the draft's order, then the linter's findings by their severity.",
            content = @Content(schema = @Schema(implementation = DraftProblems.class)))
    public Representation problems(@RestPath String comparison) {
        var checked = publisher.check(comparison);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var evidence = Evidence.of(checked.draft(), strictness, today);
        return Drafted.derived(
                json, DraftProblems.of(checked.draft(), checked.violations(), evidence), checked.version());
    }

    private static Written answer(Saved<Comparison> saved) {
        var comparison = saved.value();
        return saved.created()
                ? Written.created(Drafted.address(comparison.slug()), saved.version(), comparison)
                : Written.changed(saved.version(), comparison);
    }
}
