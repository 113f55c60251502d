package dev.tradeoff.embed;

import dev.tradeoff.chart.Bars;
import dev.tradeoff.chart.Chart;
import dev.tradeoff.chart.Look;
import dev.tradeoff.chart.Radar;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.published.PublishedState;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.shared.web.Computing;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Charts of a comparison, as images. */
@Path("/charts/comparisons/{comparison}")
@Tag(name = "Charts and embeds")
public class ChartsResource {

    /** Nanoseconds that it takes to work out and draw a cell, about. */
    private static final long CELL = 20_000;

    private final PublishedStates states;
    private final Computing computing;
    private final EvidenceSettings settings;
    private final Images images;

    ChartsResource(PublishedStates states, Computing computing, EvidenceSettings settings, Images images) {
        this.states = states;
        this.computing = computing;
        this.settings = settings;
        this.images = images;
    }

    @GET
    @Path("radar.svg")
    @Produces(Images.SVG)
    @Operation(
            operationId = "getRadarChart",
            summary = "A comparison as a radar chart",
            description =
                    "Options × factors from 1 to 5 as SVG, readable without colour, in light and dark, with the scores in words as its text alternative. Measures stand where their anchors put them; what is unknown or does not apply is a gap. Shows the 10 weightiest factors, or up to 12 that `factors` names; of fewer than 3, bars. Up to 4 options share one drawing, more have a small one each.")
    @APIResponse(
            responseCode = "200",
            description = "The chart.",
            content = @Content(mediaType = Images.SVG, schema = @Schema(type = SchemaType.STRING)))
    public Uni<Representation> radar(@RestPath String comparison, @BeanParam ChartQuery query) {
        return answer(
                comparison,
                query,
                Radar::svg,
                state -> query.of(state.comparison(), settings, Radar.USUAL_AXES, Radar.MOST_AXES, Radar.MOST_OPTIONS));
    }

    @GET
    @Path("bars.svg")
    @Produces(Images.SVG)
    @Operation(
            operationId = "getBarChart",
            summary = "A comparison as a bar chart",
            description =
                    "A bar for each option under each factor, from 1 to 5, as SVG, readable without colour, in light and dark, with the scores in words as its text alternative. Shows the 12 weightiest factors, or up to 40 that `factors` names.")
    @APIResponse(
            responseCode = "200",
            description = "The chart.",
            content = @Content(mediaType = Images.SVG, schema = @Schema(type = SchemaType.STRING)))
    public Uni<Representation> bars(@RestPath String comparison, @BeanParam ChartQuery query) {
        return answer(
                comparison,
                query,
                Bars::svg,
                state -> query.of(state.comparison(), settings, Bars.USUAL_AXES, Bars.MOST_AXES, Bars.MOST_OPTIONS));
    }

    private Uni<Representation> answer(
            String comparison,
            ChartQuery query,
            BiFunction<Chart, Look, String> draw,
            Function<PublishedState, Chart> chart) {
        var look = query.look();
        var asked = query.number();
        return states.find(comparison, asked)
                .chain(state -> computing.run(
                        operations(state),
                        () -> images.of(draw.apply(chart.apply(state), look), comparison, state.revision(), asked)));
    }

    private static long operations(PublishedState state) {
        return CELL
                * state.comparison().options().size()
                * state.comparison().factors().size();
    }
}
