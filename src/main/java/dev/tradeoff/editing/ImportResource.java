package dev.tradeoff.editing;

import dev.tradeoff.access.Audit;
import dev.tradeoff.access.Roles;
import dev.tradeoff.authoring.ComparisonDocument;
import dev.tradeoff.authoring.ImportReport;
import dev.tradeoff.authoring.ImportReport.Outcome;
import dev.tradeoff.authoring.ImportReport.Terms;
import dev.tradeoff.authoring.Importer;
import dev.tradeoff.authoring.KnowledgeDocument;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Flags;
import dev.tradeoff.shared.web.LongBody;
import dev.tradeoff.shared.web.Retries;
import dev.tradeoff.shared.web.Written;
import dev.tradeoff.technology.Technology;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes in what another service exported, or what was written by hand. */
@Path("/api/v1/import")
@Tag(name = "Import and export")
@Blocking
public class ImportResource {

    private static final String OPERATION = "importKnowledge";
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int PATIENCE_SECONDS = 600;
    private static final String YAML = "application/yaml";

    private static final MediaType[] TYPES = {
        MediaType.APPLICATION_JSON_TYPE,
        new MediaType("application", "yaml"),
        new MediaType("text", "yaml"),
        new MediaType("application", "x-yaml"),
        new MediaType("text", "x-yaml")
    };

    private final Importer importer;
    private final Audit audit;
    private final Retries retries;
    private final Bodies bodies;
    private final SecurityIdentity caller;

    ImportResource(Importer importer, Audit audit, Retries retries, Bodies bodies, SecurityIdentity caller) {
        this.importer = importer;
        this.audit = audit;
        this.retries = retries;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** What an import reads, as its schema. */
    @Schema(
            name = "ImportDocument",
            description = "A whole export, or one comparison.",
            anyOf = {ComparisonDocument.class, KnowledgeToImport.class})
    interface DocumentToImport {}

    @Schema(name = "KnowledgeToImport", description = "A whole export; either list may be left out.")
    record KnowledgeToImport(
            @Nullable List<Technology> technologies,
            @Nullable List<ComparisonDocument> comparisons) {}

    @POST
    @LongBody
    @RolesAllowed(Roles.PUBLISHER)
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    @Operation(
            operationId = OPERATION,
            summary = "Import a comparison or a whole export",
            description =
                    "Takes JSON or YAML: one comparison, or what `GET /api/v1/export` gave. All of it becomes the drafts of its comparisons and is published where it changes anything, or nothing of it is; technologies are added and replaced, never removed. With `dryRun=true` nothing is changed, and the answer says what would be. Refused as a whole: what cannot be read (400, with line and column), rules that are broken (422, all at once, with pointers into the document), and comparisons that are archived or whose drafts hold changes that nobody has published (409, all of them named). Numbers and times of revisions are restored only where a comparison does not exist yet.")
    @RequestBody(
            required = true,
            description = "The knowledge.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DocumentToImport.class)),
                @Content(mediaType = YAML, schema = @Schema(implementation = DocumentToImport.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "What was changed, or would be.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReport.class)))
    public RestResponse<byte[]> take(
            @Parameter(
                            description = "`true`: only say what would be changed.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
                            example = "true")
                    @RestQuery
                    @Nullable
                    String dryRun,
            @Parameter(
                            description = "What the history says of the revisions that are published.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            defaultValue = Terms.MESSAGE,
                                            maxLength = LONGEST_MESSAGE),
                            example = "Brought over from staging")
                    @RestQuery
                    @Nullable
                    String message,
            @BeanParam IdempotencyKey key) {
        var terms = Terms.of(
                Flags.read("dryRun", dryRun),
                checked(message),
                caller.getPrincipal().getName());
        var document = document();
        return retries.once(() -> {
            var report = importer.take(document, terms);
            if (!terms.dryRun()) {
                audit(report);
            }
            return Written.done(report);
        });
    }

    private void audit(ImportReport report) {
        var technologies = Stream.concat(
                        report.technologies().added().stream(), report.technologies().changed().stream())
                .map(slug -> new Audit.Done("/api/v1/technologies/" + slug, null));
        var comparisons = report.comparisons().stream()
                .filter(comparison -> comparison.outcome() != Outcome.UNCHANGED)
                .map(comparison -> new Audit.Done(
                        "/api/v1/comparisons/" + comparison.slug(),
                        Map.of("outcome", comparison.outcome(), "revision", comparison.revision())));
        audit.recordAll(OPERATION, Stream.concat(technologies, comparisons).toList());
    }

    private KnowledgeDocument document() {
        var sent = bodies.sent(TYPES);
        return sent.mediaType().equals(MediaType.APPLICATION_JSON_TYPE)
                ? KnowledgeDocument.json(sent.bytes())
                : KnowledgeDocument.yaml(sent.bytes());
    }

    private static @Nullable String checked(@Nullable String message) {
        if (message != null && (message.isBlank() || message.codePointCount(0, message.length()) > LONGEST_MESSAGE)) {
            throw new Problem.InvalidParameter("message", "message must be 1 to " + LONGEST_MESSAGE + " characters.")
                    .refused();
        }
        return message;
    }
}
