package dev.tradeoff.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.database.Sequences;
import dev.tradeoff.shared.json.JsonBytes;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Cursor;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import dev.tradeoff.shared.web.Retries;
import dev.tradeoff.shared.web.Written;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
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

/** API tokens: made, listed and revoked. */
@Path("/api/v1/tokens")
@Tag(name = "Access")
public class TokensResource {

    private static final String ADDRESS = "/api/v1/tokens";
    private static final String LIST = "tokens";
    private static final long REVOKING = 0x7472_6164_656f_6602L;

    private final Tokens tokens;
    private final AdminToken configured;
    private final Issuer issuer;
    private final AccessSettings settings;
    private final Audit audit;
    private final Bodies bodies;
    private final Retries retries;
    private final Sequences sequences;
    private final SecurityIdentity caller;
    private final ObjectMapper json;
    private final Clock clock;

    TokensResource(
            Tokens tokens,
            AdminToken configured,
            Issuer issuer,
            AccessSettings settings,
            Audit audit,
            Bodies bodies,
            Retries retries,
            Sequences sequences,
            SecurityIdentity caller,
            ObjectMapper json,
            Clock clock) {
        this.tokens = tokens;
        this.configured = configured;
        this.issuer = issuer;
        this.settings = settings;
        this.audit = audit;
        this.bodies = bodies;
        this.retries = retries;
        this.sequences = sequences;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    static String address(String id) {
        return ADDRESS + "/" + id;
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "createToken",
            summary = "Make an API token",
            description =
                    "The answer shows the token, once; the service keeps a hash of it. Without `expiresAt` or `expiresIn` it is taken for 90 days. A request that is repeated with its `Idempotency-Key` is answered 409 and told the id: the token cannot be shown again. Needs the role `admin`.")
    @RequestBody(
            required = true,
            description = "What the token is for, whose it is, and what it may do.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewToken.class),
                            examples =
                                    @ExampleObject(
                                            name = "publisher",
                                            summary = "For a pipeline that publishes",
                                            value =
                                                    "{\"name\": \"Publishing pipeline\", \"owner\": \"platform-team\", \"roles\": [\"publisher\"], \"expiresIn\": \"P30D\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The token was made; this is the only time that it is shown.",
            headers = @Header(name = "Location", ref = "Location"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenView.Created.class)))
    public RestResponse<byte[]> create(
            @Parameter(
                            description =
                                    "Any text of up to 200 visible ASCII characters that stands for this request: repeated with it, the request makes no second token.",
                            example = "7d1f0c1e-5f0b-4f0e-9f57-3a1c3f6d2b11")
                    @RestHeader("Idempotency-Key")
                    @Nullable
                    String idempotencyKey) {
        var wanted = bodies.read(NewToken.class);
        return retries.onceUnrepeatable(() -> make(wanted), location -> new Problem.Conflict(
                        "The token "
                                + location.substring(location.lastIndexOf('/') + 1)
                                + " was made by the first of these requests, and cannot be shown again. If nobody has it, revoke it, and make another with a new Idempotency-Key.")
                .refused());
    }

    private Written make(NewToken wanted) {
        var now = clock.instant();
        var expiry = wanted.check(now, settings.tokens());
        var maker = caller.getPrincipal().getName();
        var token = ApiToken.random();
        var stored = new StoredToken(
                token,
                wanted.name(),
                Objects.requireNonNullElse(wanted.owner(), maker),
                wanted.distinctRoles(),
                now,
                maker,
                expiry);
        tokens.persistAndFlush(stored);
        audit.record(
                "createToken",
                address(token.id()),
                Map.of("name", stored.name, "owner", stored.owner, "roles", stored.roleList(), "expiresAt", expiry));
        return Written.created(address(token.id()), null, TokenView.Created.of(stored, token));
    }

    @GET
    @Blocking
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "listTokens",
            summary = "API tokens",
            description =
                    "All that were made, revoked and expired ones too, newest first; without their secrets. Needs the role `admin`.")
    @APIResponseSchema(value = TokenView.Page.class, responseDescription = "A page of tokens.")
    public Representation list(@BeanParam Pagination pagination, @Context UriInfo address) {
        int limit = pagination.size();
        var found = tokens.page(after(pagination.cursor()), limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? place(shown.getLast()).encode(LIST) : null;
        var now = clock.instant();
        var page = new TokenView.Page(
                shown.stream().map(token -> TokenView.of(token, now)).toList(),
                PageInfo.of(limit, next, tokens.countUpTo(PageInfo.EXACT_TOTAL + 1)));
        var answer = Representation.of(JsonBytes.of(json, page), Caching.PRIVATE);
        return next == null ? answer : answer.linking(Pagination.next(address, next));
    }

    private static Cursor place(StoredToken token) {
        return new Cursor(0, token.createdAt + " " + token.id);
    }

    private static Tokens.@Nullable Place after(@Nullable String cursor) {
        var place = Cursor.decode(cursor, LIST);
        if (place == null) {
            return null;
        }
        var parts = place.key().split(" ", 2);
        try {
            return new Tokens.Place(Instant.parse(parts[0]), parts[parts.length - 1]);
        } catch (DateTimeException e) {
            throw new Problem.InvalidParameter("cursor", "This is no cursor that a list gave; begin again without it.")
                    .refused();
        }
    }

    @GET
    @Path("{id}")
    @Blocking
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "getToken",
            summary = "An API token",
            description =
                    "Whose it is, what it may do, and when it was last used; without its secret. Needs the role `admin`.")
    @APIResponseSchema(value = TokenView.class, responseDescription = "The token.")
    public Representation get(@RestPath String id) {
        return Representation.of(JsonBytes.of(json, TokenView.of(find(id), clock.instant())), Caching.PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @Blocking
    @Transactional
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke an API token",
            description =
                    "From now on it is not taken any more; another replica may take it for one second longer. It stays in the list. Needs no If-Match, and repeating it changes nothing. The last token with which others could be made is revoked only when another has been made: 409. Needs the role `admin`.")
    @APIResponse(responseCode = "204", description = "The token is revoked.")
    public RestResponse<Void> revoke(@RestPath String id) {
        sequences.lock(REVOKING); // of two administrators who revoke each other one must remain
        var token = find(id);
        if (token.revokedAt == null) {
            refuseToLockOut(token);
            tokens.forgetAfterwards();
            token.revokedAt = clock.instant();
            token.revokedBy = caller.getPrincipal().getName();
            audit.record("revokeToken", address(id), Map.of("name", token.name, "owner", token.owner));
        }
        return RestResponse.noContent();
    }

    private void refuseToLockOut(StoredToken token) {
        if (token.roleList().contains(Roles.ADMIN)
                && clock.instant().isBefore(token.expiresAt)
                && !configured.isConfigured()
                && !issuer.isConfigured()
                && !tokens.haveAdminBeside(token.id)) {
            throw new Problem.Conflict(
                            "This is the last token with the role admin: without it nobody could make tokens. Make another first, then revoke this one with it.")
                    .refused();
        }
    }

    private StoredToken find(String id) {
        return tokens.findByIdOptional(id)
                .orElseThrow(() -> Problem.NotFound.of("token", id).refused());
    }
}
