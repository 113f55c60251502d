package dev.tradeoff.editing;

import dev.tradeoff.access.Roles;
import dev.tradeoff.authoring.DraftMembers;
import dev.tradeoff.authoring.Publication;
import dev.tradeoff.authoring.Publisher;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Conditions;
import dev.tradeoff.shared.web.Written;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
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

/** From drafts to revisions, back to earlier ones, and into the archive. */
@Path("/api/v1/comparisons/{comparison}")
@Tag(name = "Publishing")
@Blocking
public class PublishingResource {

    private static final int LONGEST_MESSAGE = 1_000;

    private final Publisher publisher;
    private final DraftMembers members;
    private final Writes writes;
    private final Bodies bodies;
    private final SecurityIdentity caller;

    PublishingResource(
            Publisher publisher, DraftMembers members, Writes writes, Bodies bodies, SecurityIdentity caller) {
        this.publisher = publisher;
        this.members = members;
        this.writes = writes;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** What is said about a publication. */
    @Schema(name = "PublicationMessage", description = "What is said about a publication.")
    record Message(
            @Schema(
                    description = "What it changes, and why; 1 to 1,000 characters.",
                    examples = "Adds the figures of the second benchmark",
                    minLength = 1,
                    maxLength = LONGEST_MESSAGE)
            @Nullable
            String message) {

        @Nullable
        String checked() {
            if (message != null) {
                if (message.isBlank()) {
                    throw flaw("is missing: say what changes, and why");
                }
                if (message.codePointCount(0, message.length()) > LONGEST_MESSAGE) {
                    throw flaw("must be at most " + LONGEST_MESSAGE + " characters");
                }
            }
            return message;
        }

        String required() {
            var said = checked();
            if (said == null) {
                throw flaw("is missing: say what changes, and why");
            }
            return said;
        }

        private static RuntimeException flaw(String detail) {
            return new Problem.InvalidBody("/message " + detail + ".", List.of(new Problem.Flaw("/message", detail)))
                    .refused();
        }
    }

    /** A revision that was published. */
    @Schema(name = "Publication", description = "A revision that was published.")
    record Published(
            String comparison, int revision, String href, Instant publishedAt, String publishedBy, String message) {

        static Published of(Publication publication) {
            return new Published(
                    publication.comparison(),
                    publication.revision(),
                    "/api/v1/comparisons/" + publication.comparison() + "/revisions/" + publication.revision(),
                    publication.publishedAt(),
                    publication.publishedBy(),
                    publication.message());
        }
    }

    @POST
    @Path("revisions")
    @RolesAllowed(Roles.PUBLISHER)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "publishDraft",
            summary = "Publish the draft as the next revision",
            description =
                    "Freezes the draft as an immutable, numbered revision, which readers see at once. Needs If-Match with the draft's ETag, so that nothing is published that its publisher has not seen. Refused while the draft breaks rules (all of them are listed), or when it is equal to the latest revision.")
    @RequestBody(
            required = true,
            description = "What is said about it in the history.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Message.class)))
    @APIResponse(
            responseCode = "201",
            description = "Published.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Published.class)))
    public RestResponse<byte[]> publish(
            @RestPath String comparison, @BeanParam Conditions conditions, @BeanParam IdempotencyKey key) {
        return writes.write("publishDraft", address(comparison), () -> {
            members.exists(comparison);
            var message = bodies.read(Message.class).required();
            return answer(publisher.publish(comparison, message, author(), conditions));
        });
    }

    @POST
    @Path("revisions/{revision}/restore")
    @RolesAllowed(Roles.PUBLISHER)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "restoreRevision",
            summary = "Publish an earlier revision again",
            description =
                    "Makes a new revision that is equal to an old one; the history stays as it is. Needs If-Match with the comparison's ETag. A draft that has changes of its own keeps them; one without goes along.")
    @RequestBody(
            required = false,
            description = "What is said about it in the history; by default, which revision it restores.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Message.class)))
    @APIResponse(
            responseCode = "201",
            description = "Published.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Published.class)))
    public RestResponse<byte[]> restore(
            @RestPath String comparison,
            @RestPath String revision,
            @BeanParam Conditions conditions,
            @BeanParam IdempotencyKey key) {
        int number = number(comparison, revision);
        return writes.write("restoreRevision", address(comparison) + "/revisions/" + number, () -> {
            publisher.exists(comparison, number);
            var message = bodies.isEmpty() ? null : bodies.read(Message.class).checked();
            return answer(publisher.restore(comparison, number, message, author(), conditions));
        });
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "archiveComparison",
            summary = "Archive a comparison",
            description =
                    "Takes it from what is published: its address answers 410 and points to its history, which stays. Needs If-Match with the comparison's ETag.")
    @APIResponse(responseCode = "204", description = "Archived.")
    public RestResponse<byte[]> archive(@RestPath String comparison, @BeanParam Conditions conditions) {
        return writes.write("archiveComparison", address(comparison), () -> {
            publisher.archive(comparison, conditions);
            return Written.gone();
        });
    }

    @POST
    @Path("unarchive")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "unarchiveComparison",
            summary = "Bring an archived comparison back",
            description =
                    "Its latest revision is published again, under its number. Needs If-Match with the ETag that the comparison had, which the answer 410 gives too.")
    @APIResponse(
            responseCode = "200",
            description = "Brought back: its latest revision.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Published.class)))
    public RestResponse<byte[]> unarchive(
            @RestPath String comparison, @BeanParam Conditions conditions, @BeanParam IdempotencyKey key) {
        return writes.write("unarchiveComparison", address(comparison), () -> {
            var publication = publisher.unarchive(comparison, conditions);
            return Written.changed(publication.change(), Published.of(publication));
        });
    }

    private static Written answer(Publication publication) {
        var published = Published.of(publication);
        return Written.created(published.href(), publication.change(), published);
    }

    private String author() {
        return caller.getPrincipal().getName();
    }

    private static String address(String comparison) {
        return "/api/v1/comparisons/" + comparison;
    }

    /** In a path, what is no number of a revision names nothing. */
    private static int number(String comparison, String revision) {
        if (revision.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(revision);
        }
        throw Problem.NotFound.of("revision of the comparison " + Excerpt.of(comparison) + " numbered", revision)
                .refused();
    }
}
