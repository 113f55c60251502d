package dev.tradeoff.page;

import dev.tradeoff.shared.problem.ProblemDocument;
import dev.tradeoff.shared.web.Browsers;
import dev.tradeoff.shared.web.ProblemPage;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Why there is no page, as a page; for browsers only, and with the status that programs get. */
@Singleton
public class PeoplesProblems implements ProblemPage {

    private static final String REVISIONS_API = "/api/v1";

    private final Pages pages;
    private final PageHeaders headers;

    PeoplesProblems(Pages pages, PageHeaders headers) {
        this.pages = pages;
        this.headers = headers;
    }

    /**
     * Instead of the document that an operation's failure was turned into.
     *
     * @param failure asked before the answer, which is given another media type by who so much as looks at it here
     */
    @ServerResponseFilter
    public void say(@Nullable Throwable failure, ContainerResponseContext response, HttpServerRequest request) {
        if (failure != null
                && Browsers.asksForPage(request)
                && response.getEntity() instanceof ProblemDocument problem) {
            response.setEntity(of(problem, request), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
            response.getHeaders().putSingle(HttpHeaders.VARY, "Accept");
            headers(request.response().headers());
        }
    }

    @Override
    public void headers(MultiMap answer) {
        headers.forPage(answer);
    }

    @Override
    public String of(ProblemDocument problem, HttpServerRequest request) {
        var frame = Frame.of(pages.site(request), "/", problem.title(), problem.detail())
                .unlisted();
        return Templates.problem(frame, new Shown(problem)).render();
    }

    /** A problem as its page shows it. */
    public record Shown(ProblemDocument problem) {

        public boolean isArchived() {
            return problem.history() != null;
        }

        /** The page of what the API's address of a history is. */
        public String history() {
            return String.valueOf(problem.history()).replaceFirst(REVISIONS_API, "");
        }

        public boolean needsToken() {
            return problem.status() == 401 || problem.status() == 403;
        }

        public boolean isTemporary() {
            return problem.status() == 503 || problem.status() == 429;
        }
    }
}
