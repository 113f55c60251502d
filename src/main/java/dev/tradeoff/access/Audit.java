package dev.tradeoff.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.database.Statements;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps who did what, and who was refused what, for ever: the database refuses to change or remove an entry. */
@ApplicationScoped
public class Audit {

    private static final String INSERT = """
            insert into audit_entry
            (at, actor, actor_kind, actor_id, roles, address, action, target, outcome, request_id, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""";

    private static final String INSERT_ALL = """
            insert into audit_entry
            (at, actor, actor_kind, actor_id, roles, address, action, target, outcome, request_id, details)
            select ?, ?, ?, ?, ?, ?, ?, target, 'done', ?, cast(details as jsonb)
            from unnest(?, ?) with ordinality as change (target, details, place) order by place""";

    private final Statements statements;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(Statements statements, CurrentVertxRequest current, ObjectMapper json, Clock clock) {
        this.statements = statements;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records a change in the transaction of the change, as done by the caller of the running request; outside of a
     * request, by the service itself.
     *
     * @param action id of the operation, such as {@code publishDraft}
     * @param target address of what was changed, such as {@code /api/v1/comparisons/nodejs-vs-python-backend}
     * @param details what else matters, written as JSON; nothing secret
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String target, @Nullable Object details) {
        var request = request();
        if (request == null) {
            insert(Caller.SERVICE, null, action, target, "done", null, details);
        } else {
            insert(
                    caller(request),
                    Origin.address(request),
                    action,
                    target,
                    "done",
                    Origin.requestId(request),
                    details);
        }
    }

    /**
     * A change among many.
     *
     * @param target as in {@link #record}
     * @param details as in {@link #record}
     */
    public record Done(String target, @Nullable Object details) {}

    /** Records many changes of one action at once, in their order; otherwise as {@link #record}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(String action, List<Done> changes) {
        var request = request();
        var caller = request == null ? Caller.SERVICE : caller(request);
        statements.change(
                INSERT_ALL,
                clock.instant(),
                caller.name(),
                caller.kind().slug(),
                caller.id(),
                String.join(" ", caller.roles()),
                request == null ? null : Origin.address(request),
                action,
                request == null ? null : Origin.requestId(request),
                changes.stream().map(Done::target).toArray(String[]::new),
                changes.stream()
                        .map(Done::details)
                        .map(details -> details == null ? null : text(details))
                        .toArray(String[]::new));
    }

    /** Records that somebody who is known was refused. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void refused(Caller caller, Origin origin, String reason) {
        insert(
                caller,
                origin.address(),
                origin.action(),
                origin.target(),
                "refused",
                origin.requestId(),
                Map.of("reason", reason));
    }

    private void insert(
            Caller caller,
            @Nullable String address,
            String action,
            String target,
            String outcome,
            @Nullable String requestId,
            @Nullable Object details) {
        statements.change(
                INSERT,
                clock.instant(),
                caller.name(),
                caller.kind().slug(),
                caller.id(),
                String.join(" ", caller.roles()),
                address,
                action,
                target,
                outcome,
                requestId,
                details == null ? null : text(details));
    }

    private @Nullable RoutingContext request() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }

    private static Caller caller(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user ? Caller.of(user.getSecurityIdentity()) : Caller.NOBODY;
    }

    private String text(Object details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of an audit entry can be written", e);
        }
    }
}
