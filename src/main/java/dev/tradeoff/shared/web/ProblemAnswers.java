package dev.tradeoff.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.ProblemDocument;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Problems that arise before or beside JAX-RS: what the HTTP layer itself refuses is answered like everything else. */
@Singleton
public final class ProblemAnswers {

    static final String CONTENT_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final ObjectMapper json;

    private final Instance<ProblemPage> pages;

    ProblemAnswers(ObjectMapper json, Instance<ProblemPage> pages) {
        this.json = json;
        this.pages = pages;
    }

    void register(@Observes Router router) {
        router.errorHandler(400, request -> answer(request, notAUri()));
        router.errorHandler(404, request -> answer(request, unknownRoute()));
        router.errorHandler(500, request -> {
            LOG.error("A request failed outside its operation", request.failure());
            answer(request, new Problem.InternalError("The request failed by a mistake of the service."));
        });
    }

    static Problem notAUri() {
        return new Problem.MalformedRequest("The path or the query is not correctly percent-encoded.");
    }

    static Problem unknownRoute() {
        return new Problem.UnknownRoute(
                "There is no operation at this address; /q/openapi lists those that there are.");
    }

    /** Ends the request with the problem, unless it is answered already. */
    public void answer(RoutingContext request, Problem problem) {
        var response = request.response();
        if (response.ended()) {
            return;
        }
        var document = ProblemDocument.of(
                problem, Objects.requireNonNullElse(request.request().path(), "/"));
        ProblemHeaders.of(problem).forEach(response::putHeader);
        if (pages.isResolvable() && Browsers.asksForPage(request.request())) {
            page(request, document);
            return;
        }
        try {
            response.setStatusCode(document.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(json.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document can be written", e);
        }
    }

    private void page(RoutingContext request, ProblemDocument document) {
        var response = request.response();
        pages.get().headers(response.headers());
        response.setStatusCode(document.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept")
                .end(pages.get().of(document, request.request()));
    }
}
