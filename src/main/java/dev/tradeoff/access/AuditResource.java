package dev.tradeoff.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.json.JsonBytes;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Cursor;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit, for administrators. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AuditResource {

    /** Those that RFC 3339 has; Java goes on, beyond what PostgreSQL keeps. */
    private static final ValueRange YEARS = ValueRange.of(0, 9999);

    private final AuditTrail trail;
    private final RefusedAttempts attempts;
    private final ObjectMapper json;

    AuditResource(AuditTrail trail, RefusedAttempts attempts, ObjectMapper json) {
        this.trail = trail;
        this.attempts = attempts;
        this.json = json;
    }

    /** What the audit is filtered by. */
    record Filter(
            @Parameter(
                    description = "Whose entries: an owner of tokens, `tradeoff`, or `anonymous`.",
                    example = "admin")
            @RestQuery
            @Nullable
            String actor,

            @Parameter(
                    description = "Id of an operation, such as `createToken`; `attempt` for counted attempts.",
                    example = "createToken")
            @RestQuery
            @Nullable
            String action,

            @Parameter(
                    description = "Address of what was changed or asked for: this, and everything below it.",
                    example = "/api/v1/tokens")
            @RestQuery
            @Nullable
            String target,

            @Parameter(
                    description = "What became of it.",
                    schema =
                            @Schema(
                                    type = SchemaType.STRING,
                                    enumeration = {"done", "refused"}),
                    example = "done")
            @RestQuery
            @Nullable
            String outcome,

            @Parameter(
                    description = "From this time on.",
                    schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                    example = "2026-11-01T00:00:00Z")
            @RestQuery
            @Nullable
            String since,

            @Parameter(
                    description = "Before this time.",
                    schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                    example = "2036-12-01T00:00:00Z")
            @RestQuery
            @Nullable
            String until,

            @Parameter(description = "The network address that requests came from.", example = "127.0.0.1")
            @RestQuery
            @Nullable
            String address) {

        AuditTrail.Search search() {
            if (outcome != null && !List.of("done", "refused").contains(outcome)) {
                throw new Problem.InvalidParameter("outcome", "The outcome is done or refused.").refused();
            }
            return new AuditTrail.Search()
                    .where("actor = :actor", "actor", actor)
                    .where("action = :action", "action", action)
                    .where("(target = :target or starts_with(target, :target || '/'))", "target", target)
                    .where("outcome = :outcome", "outcome", outcome)
                    .where("at >= :since", "since", time("since", since))
                    .where("at < :until", "until", time("until", until))
                    .where("address = :address", "address", address);
        }

        private static @Nullable Instant time(String parameter, @Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                var time = Instant.parse(text);
                if (YEARS.isValidIntValue(time.atOffset(ZoneOffset.UTC).getYear())) {
                    return time;
                }
            } catch (DateTimeException e) {
                // said below, with the times that RFC 3339 cannot write
            }
            throw new Problem.InvalidParameter(parameter, parameter + " must be a time such as 2027-01-31T12:00:00Z.")
                    .refused();
        }
    }

    @GET
    @Blocking
    @Transactional
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "listAudit",
            summary = "Who did what, and was refused what",
            description =
                    "Newest first. Refused attempts without an identity are counted by address and minute, an entry each. Entries are never changed or removed. Several filters must all hold. Needs the role `admin`.")
    @APIResponseSchema(value = AuditEntry.Page.class, responseDescription = "A page of the audit.")
    public Representation list(@BeanParam Filter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        int limit = pagination.size();
        var search = filter.search();
        long before = before(pagination.cursor(), search);
        attempts.flush();
        var found = trail.page(search, before, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit
                ? new Cursor(0, Long.toString(shown.getLast().id())).encode(search.identity())
                : null;
        var page =
                new AuditEntry.Page(shown, PageInfo.of(limit, next, trail.countUpTo(search, PageInfo.EXACT_TOTAL + 1)));
        var answer = Representation.of(JsonBytes.of(json, page), Caching.PRIVATE);
        return next == null ? answer : answer.linking(Pagination.next(address, next));
    }

    private static long before(@Nullable String cursor, AuditTrail.Search search) {
        var place = Cursor.decode(cursor, search.identity());
        return place == null ? Long.MAX_VALUE : place.number();
    }
}
