package dev.tradeoff.page;

import dev.tradeoff.published.PublishedState;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.recommendation.Recommendations;
import dev.tradeoff.recommendation.Requirements;
import dev.tradeoff.recommendation.TailoredRecommendation;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.ProblemDocument;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A recommendation, put together by hand: a form whose fields make up the query of the operation by GET, and the answer to it.
 * A script asks for the answer alone whenever a field changes; without one, the form is sent.
 */
@Path("/comparisons/{comparison}/recommend")
@Produces(MediaType.TEXT_HTML)
@ForPeople
public class RecommendResource {

    /** Nanoseconds that the page and its answer take to be written and compressed, about. */
    private static final long TELLING = 10_000_000;

    private final Pages pages;
    private final PublishedStates states;
    private final Recommendations recommendations;
    private final LinkedData data;

    RecommendResource(Pages pages, PublishedStates states, Recommendations recommendations, LinkedData data) {
        this.pages = pages;
        this.states = states;
        this.recommendations = recommendations;
        this.data = data;
    }

    /** Of a request: what it asks for, and when. */
    private record Visit(Site site, String comparison, Asked asked, OptionalInt latest, LocalDate today) {}

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<Representation>> page(
            @RestPath String comparison, @Context UriInfo address, @Context HttpServerRequest request) {
        var visit = visit(comparison, address, request);
        return visit.asked.isForm()
                ? answer(visit, page -> elsewhere(visit, page), page -> whole(visit, page))
                : answer(
                        visit,
                        page -> RestResponse.ok(standing(visit, whole(visit, page))),
                        page -> whole(visit, page));
    }

    @GET
    @Path("answer")
    @Operation(hidden = true)
    public Uni<RestResponse<Representation>> part(
            @RestPath String comparison, @Context UriInfo address, @Context HttpServerRequest request) {
        var visit = visit(comparison, address, request);
        return answer(visit, page -> RestResponse.ok(standing(visit, part(page))), this::part);
    }

    private Visit visit(String comparison, UriInfo address, HttpServerRequest request) {
        return new Visit(
                pages.site(request),
                comparison,
                Asked.of(address.getQueryParameters()),
                states.latest(comparison),
                recommendations.today());
    }

    /**
     * @param told makes the response of an answer
     * @param refused makes the page for requirements that cannot be answered
     */
    private Uni<RestResponse<Representation>> answer(
            Visit visit,
            Function<RecommendPage, RestResponse<Representation>> told,
            Function<RecommendPage, Representation> refused) {
        try {
            var sent = visit.asked.meant(recommendations.read(visit.asked.query()));
            return states.find(visit.comparison, sent.revision())
                    .chain(state -> recommendations.answer(
                            state, sent, TELLING, answer -> told.apply(page(visit, state, sent, answer))))
                    .onFailure(Refused.class)
                    .recoverWithUni(failure -> refusal(visit, sent, failure.problem(), refused));
        } catch (Refused e) {
            return refusal(visit, Requirements.NONE, e.problem(), refused);
        }
    }

    private RecommendPage page(Visit visit, PublishedState state, Requirements sent, TailoredRecommendation answer) {
        return new RecommendPage(
                state.comparison(),
                new RecommendForm(state.comparison(), visit.asked, Map.of()),
                new RecommendAnswer(
                        state.comparison(),
                        answer,
                        visit.site.base(),
                        recommendations.query(sent, answer.requirements()),
                        visit.latest.orElse(state.revision())),
                "");
    }

    /** The form as it was sent, with what is wrong beside its fields; what is not about the requirements is passed on. */
    private Uni<RestResponse<Representation>> refusal(
            Visit visit, Requirements sent, Problem problem, Function<RecommendPage, Representation> refused) {
        boolean isAboutRequirements =
                switch (problem) {
                    case Problem.InvalidParameter p -> true;
                    case Problem.BrokenRules p -> true;
                    case Problem.TooMuchWork p -> true;
                    case Problem.Busy p -> true;
                    case Problem.NotFound p -> sent.revision() != null;
                    default -> false;
                };
        if (!isAboutRequirements) {
            return Uni.createFrom().failure(problem.refused());
        }
        var flaws = problem instanceof Problem.NotFound(String detail)
                ? Map.of("revision", detail)
                : recommendations.flaws(problem, sent);
        return states.find(visit.comparison, null)
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(state -> refused(
                        problem,
                        refused.apply(new RecommendPage(
                                state.comparison(),
                                new RecommendForm(state.comparison(), visit.asked, flaws),
                                null,
                                problem.detail()))));
    }

    private static RestResponse<Representation> refused(Problem problem, Representation page) {
        var response = RestResponse.ResponseBuilder.<Representation>create(
                        ProblemDocument.of(problem, "").status())
                .entity(page.cached(Caching.NOT_STORED));
        return problem instanceof Problem.Busy busy
                ? response.header(HttpHeaders.RETRY_AFTER, busy.retryAfterSeconds())
                        .build()
                : response.build();
    }

    private Representation whole(Visit visit, RecommendPage page) {
        return pages.answer(Templates.recommend(frame(visit, page), page));
    }

    private Representation part(RecommendPage page) {
        return pages.answer(Templates.recommended(page));
    }

    /** Until another revision, or another day, could give another answer. */
    private Representation standing(Visit visit, Representation answer) {
        return answer.standingWhile(() ->
                visit.latest.equals(states.latest(visit.comparison)) && visit.today.equals(recommendations.today()));
    }

    /** A form's address says what was left empty as well: it leads to the one that says what is asked and nothing else. */
    private static RestResponse<Representation> elsewhere(Visit visit, RecommendPage page) {
        var address = page.answer() == null ? page.address() : page.answer().live();
        return RestResponse.ResponseBuilder.<Representation>create(RestResponse.Status.SEE_OTHER)
                .location(URI.create(visit.site.base() + address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Frame frame(Visit visit, RecommendPage page) {
        var title = page.comparison().title();
        var frame = Frame.of(
                        visit.site,
                        page.address(),
                        "What suits you: " + title,
                        Words.excerpt(
                                "Say what you build and what matters to you, and see which option it speaks for, by which figures,"
                                        + " and how easily it would be another. "
                                        + page.comparison().question()))
                .with(
                        data.way(
                                visit.site.base(),
                                List.of(
                                        new LinkedData.Crumb(title, page.comparisonAddress()),
                                        new LinkedData.Crumb("What suits you", page.address()))),
                        others(page))
                .running(Assets.RECOMMEND);
        return visit.asked.query().isEmpty() ? frame : frame.unlisted();
    }

    private static List<Frame.Other> others(RecommendPage page) {
        return page.answer() == null || page.answer().api().isEmpty()
                ? List.of()
                : List.of(new Frame.Other(
                        MediaType.APPLICATION_JSON, page.answer().api(), "This answer as JSON"));
    }
}
