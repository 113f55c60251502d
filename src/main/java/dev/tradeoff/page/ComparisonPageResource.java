package dev.tradeoff.page;

import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.published.PlainText;
import dev.tradeoff.published.PublishedComparisons;
import dev.tradeoff.published.PublishedComparisons.Past;
import dev.tradeoff.published.PublishedComparisons.State;
import dev.tradeoff.published.PublishedComparisons.Step;
import dev.tradeoff.published.PublishedTechnologies;
import dev.tradeoff.recommendation.ScoreChart;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.technology.Technology;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A comparison's pages: itself, its history, and what each revision changed. */
@Path("/comparisons/{comparison}")
@Produces(MediaType.TEXT_HTML)
@ForPeople
public class ComparisonPageResource {

    /** Of the history on the comparison's own page. */
    private static final int MOST_RECENT = 10;

    private static final int MOST_REVISIONS = 500;

    /** Who wants to read a comparison does not wait longer for its history. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Pages pages;
    private final PublishedComparisons comparisons;
    private final PublishedTechnologies technologies;
    private final LinkedData data;
    private final EvidenceSettings settings;
    private final Clock clock;

    ComparisonPageResource(
            Pages pages,
            PublishedComparisons comparisons,
            PublishedTechnologies technologies,
            LinkedData data,
            EvidenceSettings settings,
            Clock clock) {
        this.pages = pages;
        this.comparisons = comparisons;
        this.technologies = technologies;
        this.data = data;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Representation> comparison(
            @RestPath String comparison, @RestQuery @Nullable String revision, @Context HttpServerRequest request) {
        var site = pages.site(request);
        var number = revision == null ? null : PublishedComparisons.number(comparison, revision);
        var past = comparisons
                .past(comparison, MOST_RECENT)
                .map(Optional::of)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty())
                .onFailure(ComparisonPageResource::isOutOfReach)
                .recoverWithItem(Optional.empty());
        return comparisons.find(comparison, number).flatMap(state -> past.emitOn(Infrastructure.getDefaultExecutor())
                .map(found -> page(site, state, found.orElse(null))));
    }

    private static boolean isOutOfReach(Throwable failure) {
        return failure instanceof Refused refused && refused.problem() instanceof Problem.Unavailable;
    }

    /** It stands until something else is published, or is stale, or, where the history is missing, not at all. */
    private Representation page(Site site, State state, @Nullable Past past) {
        var today = LocalDate.now(clock);
        var shown = new ComparisonPage(
                state,
                state.evidence().asOf(today),
                past,
                ScoreChart.of(state.comparison(), settings),
                this::technologyName);
        var answer = pages.answer(Templates.comparison(frame(site, state), shown));
        return past == null
                ? answer
                : answer.standingWhile(() ->
                        state.current().getAsBoolean() && LocalDate.now(clock).equals(today));
    }

    private Frame frame(Site site, State state) {
        var comparison = state.comparison();
        var frame = Frame.of(site, Addresses.comparison(comparison.slug()), comparison.title(), description(comparison))
                .article(
                        data.comparison(site.base(), state, subjects(comparison)),
                        others(site.base(), comparison.slug()));
        return state.isLatest() ? frame : frame.unlisted();
    }

    private static String description(Comparison comparison) {
        return Words.excerpt(comparison.question() + " " + PlainText.of(comparison.summary()));
    }

    private List<Technology> subjects(Comparison comparison) {
        return comparison.options().stream()
                .flatMap(option -> technologies.named(option.technology()).stream())
                .toList();
    }

    private String technologyName(String slug) {
        return technologies.named(slug).map(Technology::name).orElse(slug);
    }

    private static List<Frame.Other> others(String base, String slug) {
        var own = InAddresses.urlEncoded(base + Addresses.comparison(slug));
        return List.of(
                new Frame.Other("application/json", "/api/v1/comparisons/" + slug, "This comparison as JSON"),
                new Frame.Other("text/csv", "/api/v1/comparisons/" + slug + "/matrix", "Its decision matrix as CSV"),
                new Frame.Other("application/json+oembed", base + "/oembed?format=json&url=" + own, "A card of it"),
                new Frame.Other(
                        "application/atom+xml", "/feeds/changes.atom?comparison=" + slug, "What changes in it"));
    }

    @GET
    @Path("revisions")
    @Operation(hidden = true)
    public Uni<Representation> revisions(@RestPath String comparison, @Context HttpServerRequest request) {
        var site = pages.site(request);
        return comparisons.past(comparison, MOST_REVISIONS).map(past -> {
            var address = Addresses.comparison(comparison);
            var frame = Frame.of(
                            site,
                            address + "/revisions",
                            "History of “" + past.title() + "”",
                            "When it was published, by whom, and what was said about it.")
                    .with(
                            data.way(
                                    site.base(),
                                    List.of(
                                            new LinkedData.Crumb(past.title(), address),
                                            new LinkedData.Crumb("History", address + "/revisions"))),
                            List.of())
                    .unlisted();
            return pages.answer(Templates.revisions(
                            frame, new RevisionsPage(comparison, past, HistoryLine.of(past.entries()))))
                    .standingWhile(past.current());
        });
    }

    @GET
    @Path("revisions/{revision}")
    @Operation(hidden = true)
    public Uni<Representation> revision(
            @RestPath String comparison, @RestPath String revision, @Context HttpServerRequest request) {
        var site = pages.site(request);
        int number = PublishedComparisons.number(comparison, revision);
        return comparisons.step(comparison, number).map(step -> revision(site, comparison, step));
    }

    private Representation revision(Site site, String slug, Step step) {
        var shown = new RevisionPage(step);
        var address = Addresses.comparison(slug);
        var number = step.entry().revision();
        var way = new ArrayList<LinkedData.Crumb>();
        way.add(new LinkedData.Crumb(step.comparison().title(), address));
        way.add(new LinkedData.Crumb("Revision " + number, address + "/revisions/" + number));
        var frame = Frame.of(
                        site,
                        address + "/revisions/" + number,
                        "Revision " + number + " of “" + step.comparison().title() + "”",
                        Words.excerpt(step.entry().message()))
                .with(data.way(site.base(), way), List.of())
                .unlisted();
        return pages.answer(Templates.revision(frame, shown)).standingWhile(step.current());
    }
}
