package dev.tradeoff.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.ProblemDocument;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Problems that arise before or beside JAX-RS: what the HTTP layer itself refuses is answered like everything else. */
@Singleton
final class ProblemAnswers {

    static final String CONTENT_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.errorHandler(400, request -> answer(
                request, new Problem.MalformedRequest("The path or the query is not correctly percent-encoded UTF-8.")));
        router.errorHandler(404, request -> answer(request, unknownRoute(request)));
        router.errorHandler(405, request -> answer(request, new Problem.MethodNotAllowed("Not this method.", java.util.Set.of())));
        router.errorHandler(413, request -> answer(request, new Problem.ContentTooLarge("The body is too long.")));
        router.errorHandler(414, request -> answer(request, new Problem.UriTooLong("The address is too long.")));
        router.errorHandler(
                431, request -> answer(request, new Problem.HeadersTooLarge("The header fields are too long.")));
        router.errorHandler(500, request -> {
            LOG.error("A request failed outside its operation", request.failure());
            answer(request, new Problem.InternalError("The request failed by a mistake of the service."));
        });
    }

    static Problem unknownRoute(RoutingContext request) {
        return new Problem.UnknownRoute("There is no operation at this address; /q/openapi lists those that there are.");
    }

    void answer(RoutingContext request, Problem problem) {
        var response = request.response();
        if (response.ended()) {
            return;
        }
        var document = ProblemDocument.of(problem, Objects.requireNonNullElse(request.request().path(), "/"));
        try {
            response.setStatusCode(document.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(json.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document can be written", e);
        }
    }
}
