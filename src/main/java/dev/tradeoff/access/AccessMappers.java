package dev.tradeoff.access;

import dev.tradeoff.shared.problem.ProblemDocument;
import dev.tradeoff.shared.web.ProblemMappers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what the framework refuses for want of an identity or a role into problems, once they are in the audit. */
final class AccessMappers {

    private final Refusals refusals;

    AccessMappers(Refusals refusals) {
        this.refusals = refusals;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<RestResponse<ProblemDocument>> unauthenticated(RoutingContext request, UriInfo uri) {
        return refusals.nobody(request).map(problem -> ProblemMappers.render(problem, uri));
    }

    @ServerExceptionMapper
    Uni<RestResponse<ProblemDocument>> forbidden(
            ForbiddenException e, RoutingContext request, ResourceInfo operation, UriInfo uri) {
        var caller =
                request.user() instanceof QuarkusHttpUser user ? Caller.of(user.getSecurityIdentity()) : Caller.NOBODY;
        return refusals.forbidden(request, caller, role(operation)).map(problem -> ProblemMappers.render(problem, uri));
    }

    private static String role(ResourceInfo operation) {
        return Optional.ofNullable(operation.getResourceMethod().getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(operation.getResourceClass().getAnnotation(RolesAllowed.class)))
                .map(allowed -> allowed.value()[0])
                .orElse(Roles.ADMIN);
    }
}
