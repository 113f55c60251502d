package dev.tradeoff.embed;

import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.published.PublishedState;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.recommendation.DefaultRecommendation;
import dev.tradeoff.recommendation.DefaultRecommendations;
import dev.tradeoff.recommendation.ScoreChart;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Computing;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.PublicAddress;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Comparisons in frames of other pages, and the module of elements for other pages. */
@Path("/embed")
@ForPeople
public class EmbedResource {

    private static final String SCRIPT = "text/javascript";

    /** Nanoseconds that it takes to draw and write a cell, about. */
    private static final long CELL = 60_000;

    private final PublishedStates states;
    private final DefaultRecommendations recommendations;
    private final Computing computing;
    private final EvidenceSettings settings;
    private final PublicAddress address;
    private final EmbedStyle style;
    private final Images images;
    private final Representation module = Representation.of(
                    MediaType.valueOf(SCRIPT),
                    ProgramFile.read("embed/tradeoff.js").getBytes(StandardCharsets.UTF_8),
                    Caching.REVALIDATED)
            .compressed()
            .standingWhile(() -> true);

    EmbedResource(
            PublishedStates states,
            DefaultRecommendations recommendations,
            Computing computing,
            EvidenceSettings settings,
            PublicAddress address,
            EmbedStyle style,
            Images images) {
        this.states = states;
        this.recommendations = recommendations;
        this.computing = computing;
        this.settings = settings;
        this.address = address;
        this.style = style;
        this.images = images;
    }

    @GET
    @Path("tradeoff.js")
    @Produces(SCRIPT)
    @NonBlocking
    @Operation(hidden = true)
    public Representation module() {
        return module;
    }

    @GET
    @Path("comparisons/{comparison}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Representation> comparison(
            @RestPath String comparison, @RestQuery @Nullable String chart, @Context HttpServerRequest request) {
        var kind = kind(chart);
        var at = new Addresses(address.of(request), comparison);
        var day = recommendations.today();
        return states.find(comparison, null).chain(state -> recommendations
                .of(state, day)
                .chain(answer -> computing.run(operations(state), () -> page(at, state, answer, day, kind))));
    }

    private Representation page(
            Addresses at,
            PublishedState state,
            Optional<DefaultRecommendation> answer,
            LocalDate day,
            EmbedPage.Kind kind) {
        var comparison = state.comparison();
        var chart = ScoreChart.of(comparison, settings);
        var page = EmbedPage.of(at, style, comparison, state.revision(), answer.orElse(null), chart, kind);
        return Representation.of(
                        MediaType.TEXT_HTML_TYPE,
                        Templates.comparison(page).render().getBytes(StandardCharsets.UTF_8),
                        Caching.REVALIDATED)
                .compressed()
                .standingWhile(() ->
                        recommendations.today().equals(day) && images.isLatest(comparison.slug(), state.revision()));
    }

    private static EmbedPage.Kind kind(@Nullable String chart) {
        if (chart == null) {
            return EmbedPage.Kind.RADAR;
        }
        return Arrays.stream(EmbedPage.Kind.values())
                .filter(kind -> kind.text().equals(chart))
                .findFirst()
                .orElseThrow(() -> new Problem.InvalidParameter("chart", "chart must be radar or bars.").refused());
    }

    private static long operations(PublishedState state) {
        return CELL
                * state.comparison().options().size()
                * state.comparison().factors().size();
    }
}
