package dev.tradeoff.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.web.RouteTable;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps who did what, and who was refused what, for ever: the database refuses to change or remove an entry. */
@ApplicationScoped
public class Audit {

    private final EntityManager database;
    private final CurrentVertxRequest current;
    private final RouteTable routes;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(EntityManager database, CurrentVertxRequest current, RouteTable routes, ObjectMapper json, Clock clock) {
        this.database = database;
        this.current = current;
        this.routes = routes;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records a change in the transaction of the change, as done by the caller of the running request; outside of a
     * request, by the service itself.
     *
     * @param action what was done, a verb and its object: {@code publish-draft}
     * @param target address of what was changed, such as {@code /api/v1/comparisons/nodejs-vs-python-backend}
     * @param details what else matters, written as JSON; nothing secret
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String target, @Nullable Object details) {
        var request = request();
        if (request == null) {
            insert(Caller.SERVICE, null, action, target, "done", null, details);
        } else {
            var origin = Origin.of(request, routes);
            insert(caller(request), origin.address(), action, target, "done", origin.requestId(), details);
        }
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
        database.createNativeQuery("""
                        insert into audit_entry
                        (at, actor, actor_kind, actor_id, roles, address, action, target, outcome, request_id, details)
                        values (:at, :actor, :kind, cast(:id as text), :roles, cast(:address as text), :action, :target,
                        :outcome, cast(:request as text), cast(:details as jsonb))""")
                .setParameter("at", clock.instant())
                .setParameter("actor", caller.name())
                .setParameter("kind", caller.kind().slug())
                .setParameter("id", caller.id())
                .setParameter("roles", String.join(" ", caller.roles()))
                .setParameter("address", address)
                .setParameter("action", action)
                .setParameter("target", target)
                .setParameter("outcome", outcome)
                .setParameter("request", requestId)
                .setParameter("details", details == null ? null : text(details))
                .executeUpdate();
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
