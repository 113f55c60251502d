package dev.tradeoff.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.access.Audit;
import dev.tradeoff.access.RandomId;
import dev.tradeoff.access.Roles;
import dev.tradeoff.database.Sequences;
import dev.tradeoff.published.ChangeLog;
import dev.tradeoff.shared.json.JsonBytes;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import dev.tradeoff.shared.web.Retries;
import dev.tradeoff.shared.web.Written;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks: made, listed, tried and removed. */
@Path("/api/v1/webhooks")
@Tag(name = "Webhooks")
public class WebhooksResource {

    private static final String ADDRESS = "/api/v1/webhooks";
    private static final String ID = "Id of the webhook.";
    private static final String EXAMPLE_ID = "k3v9x2m7q4w8z1a6";
    private static final int MOST = 100;
    private static final long MAKING = 0x7472_6164_656f_6603L;

    private final Webhooks webhooks;
    private final WebhookSettings settings;
    private final ChangeLog log;
    private final Audit audit;
    private final Bodies bodies;
    private final Retries retries;
    private final Sequences sequences;
    private final Event<Sender.Queued> queued;
    private final SecurityIdentity caller;
    private final ObjectMapper json;
    private final Clock clock;

    WebhooksResource(
            Webhooks webhooks,
            WebhookSettings settings,
            ChangeLog log,
            Audit audit,
            Bodies bodies,
            Retries retries,
            Sequences sequences,
            Event<Sender.Queued> queued,
            SecurityIdentity caller,
            ObjectMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.log = log;
        this.audit = audit;
        this.bodies = bodies;
        this.retries = retries;
        this.sequences = sequences;
        this.queued = queued;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    private static String address(String id) {
        return ADDRESS + "/" + id;
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "createWebhook",
            summary = "Make a webhook",
            description =
                    "From now on, what is published, archived or brought back is sent to its address (Standard Webhooks): as POST of `{\"type\", \"timestamp\", \"data\"}`, signed with the secret that this answer shows, once. A message that is not taken is sent again for three days, more and more seldom. A request that is repeated with its `Idempotency-Key` is answered 409 and told the id. There can be 100 webhooks.")
    @RequestBody(
            required = true,
            description = "Where to, and what of.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewWebhook.class),
                            examples =
                                    @ExampleObject(
                                            name = "technology",
                                            summary = "Everything that concerns a technology",
                                            value =
                                                    "{\"url\": \"https://hooks.example.org/tradeoff\", \"technology\": \"python\", \"description\": \"Channel of the Python guild\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The webhook was made; this is the only time that its secret is shown.",
            headers = @Header(name = "Location", ref = "Location"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.Created.class)))
    public RestResponse<byte[]> create(
            @Parameter(
                            description =
                                    "Any text of up to 200 visible ASCII characters that stands for this request: repeated with it, the request makes no second webhook.",
                            example = "0b9f6a52-6f0d-4a0c-8f4e-2f5d8c1e7a31")
                    @RestHeader("Idempotency-Key")
                    @Nullable
                    String idempotencyKey) {
        var wanted = bodies.read(NewWebhook.class).checked(settings, name -> name.flatMap(log::technology));
        return retries.onceUnrepeatable(() -> make(wanted), location -> new Problem.Conflict(
                        "The webhook "
                                + location.substring(location.lastIndexOf('/') + 1)
                                + " was made by the first of these requests, and its secret cannot be shown again. If nobody has it, remove it, and make another with a new Idempotency-Key.")
                .refused());
    }

    private Written make(NewWebhook wanted) {
        sequences.lock(MAKING);
        if (webhooks.count() >= MOST) {
            throw new Problem.Conflict("There are " + MOST + " webhooks, and there can be no more.").refused();
        }
        var id = RandomId.next();
        var secret = Secret.random();
        var now = clock.instant();
        var maker = caller.getPrincipal().getName();
        webhooks.add(id, wanted, secret, now, maker);
        audit.record("createWebhook", address(id), details(wanted));
        return Written.created(
                address(id),
                null,
                new WebhookView.Created(
                        id,
                        wanted.url(),
                        wanted.comparison(),
                        wanted.technology(),
                        Objects.requireNonNullElse(wanted.description(), ""),
                        secret.text(),
                        now,
                        maker));
    }

    private static Map<String, Object> details(NewWebhook wanted) {
        var details = new LinkedHashMap<String, Object>();
        details.put("url", wanted.url());
        if (wanted.comparison() != null) {
            details.put("comparison", wanted.comparison());
        }
        if (wanted.technology() != null) {
            details.put("technology", wanted.technology());
        }
        return details;
    }

    @GET
    @Blocking
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "listWebhooks",
            summary = "Webhooks",
            description =
                    "All of them, newest first, with what became of the message that was sent last; without their secrets.")
    @APIResponseSchema(value = WebhookView.All.class, responseDescription = "All webhooks.")
    public Representation list() {
        var all = webhooks.all();
        return Representation.of(
                JsonBytes.of(json, new WebhookView.All(all, PageInfo.whole(all.size()))), Caching.PRIVATE);
    }

    @GET
    @Path("{id}")
    @Blocking
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "getWebhook",
            summary = "A webhook",
            description = "Where its messages go, and what became of the last one; without its secret.")
    @APIResponseSchema(value = WebhookView.class, responseDescription = "The webhook.")
    public Representation get(@Parameter(description = ID, example = EXAMPLE_ID) @RestPath String id) {
        return Representation.of(JsonBytes.of(json, find(id)), Caching.PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @Blocking
    @Transactional
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "removeWebhook",
            summary = "Remove a webhook",
            description =
                    "Nothing more is sent to it; what was still to be sent is forgotten. A message that is on its way may arrive. Needs no If-Match.")
    @APIResponse(responseCode = "204", description = "The webhook is gone.")
    public RestResponse<Void> remove(@Parameter(description = ID, example = EXAMPLE_ID) @RestPath String id) {
        var webhook = find(id);
        webhooks.remove(id);
        audit.record("removeWebhook", address(id), Map.of("url", webhook.url()));
        return RestResponse.noContent();
    }

    @POST
    @Path("{id}/ping")
    @Blocking
    @Transactional
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "pingWebhook",
            summary = "Try a webhook",
            description =
                    "Has a message of the type `webhook.ping` sent to it, like any other; the webhook's `lastDelivery` says a moment later what became of it. A webhook that was disabled is sent nothing: 409.")
    @APIResponse(responseCode = "204", description = "The message will be sent.")
    public RestResponse<Void> ping(@Parameter(description = ID, example = EXAMPLE_ID) @RestPath String id) {
        if (find(id).disabledAt() != null) {
            throw new Problem.Conflict("The webhook was disabled, because its receiver wants no more messages (410).")
                    .refused();
        }
        webhooks.ping(id, clock.instant());
        audit.record("pingWebhook", address(id), null);
        queued.fire(new Sender.Queued());
        return RestResponse.noContent();
    }

    private WebhookView find(String id) {
        return webhooks.find(id)
                .orElseThrow(() -> Problem.NotFound.of("webhook", id).refused());
    }
}
