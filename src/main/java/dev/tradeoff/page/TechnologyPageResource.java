package dev.tradeoff.page;

import dev.tradeoff.published.PlainText;
import dev.tradeoff.published.PublishedTechnologies;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** A technology's page. */
@Path("/technologies")
@ForPeople
public class TechnologyPageResource {

    private static final int MOST_COMPARISONS = 12;

    private final Pages pages;
    private final PublishedTechnologies technologies;
    private final LinkedData data;
    private final Clock clock;

    TechnologyPageResource(Pages pages, PublishedTechnologies technologies, LinkedData data, Clock clock) {
        this.pages = pages;
        this.technologies = technologies;
        this.data = data;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Path("{technology}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Representation technology(@RestPath String technology, @Context HttpServerRequest request) {
        var known = technologies
                .find(technology, MOST_COMPARISONS)
                .orElseThrow(() -> Problem.NotFound.of("technology", technology).refused());
        var today = LocalDate.now(clock);
        var site = pages.site(request);
        var subject = known.technology();
        var frame = Frame.of(site, Addresses.technology(subject.slug()), subject.name(), description(known))
                .with(
                        data.technology(site.base(), subject),
                        List.of(
                                new Frame.Other(
                                        "application/json",
                                        "/api/v1/technologies/" + subject.slug(),
                                        subject.name() + " as JSON"),
                                new Frame.Other(
                                        "application/atom+xml",
                                        "/feeds/changes.atom?technology=" + subject.slug(),
                                        "What changes about " + subject.name())));
        return pages.answer(Templates.technology(frame, new TechnologyPage(known, today)))
                .standingWhile(() ->
                        known.current().getAsBoolean() && LocalDate.now(clock).equals(today));
    }

    private static String description(PublishedTechnologies.Known known) {
        var summary = PlainText.of(known.technology().summary());
        return Words.excerpt(
                summary.isEmpty() ? "What is known about " + known.technology().name() + "." : summary);
    }
}
