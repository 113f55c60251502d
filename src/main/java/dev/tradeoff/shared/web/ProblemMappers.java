package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.DatabaseFailures;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.ProblemDocument;
import dev.tradeoff.shared.problem.Refused;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that ends a request into problem details (RFC 9457). */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final RouteTable routes;

    ProblemMappers(RouteTable routes) {
        this.routes = routes;
    }

    @ServerExceptionMapper
    RestResponse<ProblemDocument> refused(Refused refused, UriInfo uri) {
        return render(refused.problem(), uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDocument> unknownRoute(NotFoundException e, UriInfo uri) {
        return render(routes.methods(uri.getPath()).isEmpty() ? ProblemAnswers.unknownRoute() : notAllowed(uri), uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDocument> methodNotAllowed(NotAllowedException e, UriInfo uri) {
        return render(notAllowed(uri), uri);
    }

    private Problem notAllowed(UriInfo uri) {
        var methods = routes.methods(uri.getPath());
        return new Problem.MethodNotAllowed("This address has only " + String.join(", ", methods) + ".", methods);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDocument> notAcceptable(NotAcceptableException e, UriInfo uri) {
        return render(
                new Problem.NotAcceptable("None of the media types in the Accept header is offered at this address."),
                uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDocument> unsupportedMediaType(NotSupportedException e, UriInfo uri) {
        return render(new Problem.UnsupportedMediaType("The body's media type is not read at this address."), uri);
    }

    /** What JAX-RS refuses for reasons of its own keeps its class of status and loses its wording. */
    @ServerExceptionMapper
    RestResponse<ProblemDocument> other(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e, uri);
        }
        return render(new Problem.MalformedRequest("The request cannot be read."), uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDocument> unexpected(Throwable e, UriInfo uri) {
        var database = DatabaseFailures.problem(e);
        if (database.isPresent()) {
            LOG.warnf("A request met the database: %s", e.getMessage());
            return render(database.get(), uri);
        }
        LOG.error("A request failed", e);
        return render(
                new Problem.InternalError("The request failed by a mistake of the service; its log says more."), uri);
    }

    /** The one form of a problem as an answer of JAX-RS. */
    public static RestResponse<ProblemDocument> render(Problem problem, UriInfo uri) {
        var document = ProblemDocument.of(problem, uri.getPath());
        var response = RestResponse.ResponseBuilder.<ProblemDocument>create(document.status())
                .entity(document)
                .type(ProblemAnswers.CONTENT_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        ProblemHeaders.of(problem).forEach(response::header);
        return response.build();
    }
}
