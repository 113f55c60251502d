package dev.tradeoff.embed;

import dev.tradeoff.chart.Badge;
import dev.tradeoff.published.PublishedState;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.recommendation.DefaultRecommendations;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a comparison recommends, as a badge for READMEs. */
@Path("/badges")
@Tag(name = "Charts and embeds")
public class BadgesResource {

    private static final int LONGEST_LABEL = 60;

    private final PublishedStates states;
    private final DefaultRecommendations recommendations;
    private final Images images;

    BadgesResource(PublishedStates states, DefaultRecommendations recommendations, Images images) {
        this.states = states;
        this.recommendations = recommendations;
        this.images = images;
    }

    @GET
    @Path("comparisons/{comparison}.svg")
    @Produces(Images.SVG)
    @Operation(
            operationId = "getBadge",
            summary = "What a comparison recommends, as a badge",
            description =
                    "The option that the tailored recommendation names for no requirements in particular, and how far it can be relied on: `Node.js · clear`, say; no option where it is too close. As SVG, in the flat style of READMEs. May be shown again for five minutes without asking, as proxies of images do.")
    @APIResponse(
            responseCode = "200",
            description = "The badge.",
            content = @Content(mediaType = Images.SVG, schema = @Schema(type = SchemaType.STRING)))
    public Uni<Representation> badge(
            @RestPath String comparison,
            @Parameter(
                            description = "What stands on its left side. Default: the title of the comparison.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_LABEL),
                            example = "Backend")
                    @RestQuery
                    @Nullable
                    String label) {
        if (label != null && label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            throw new Problem.InvalidParameter(
                            "label", "label must have at most %d characters.".formatted(LONGEST_LABEL))
                    .refused();
        }
        var day = recommendations.today();
        return states.find(comparison, null).chain(state -> badge(state, day, label));
    }

    private Uni<Representation> badge(PublishedState state, LocalDate day, @Nullable String label) {
        var comparison = state.comparison();
        return recommendations.of(state, day).map(answer -> {
            var outcome = Outcome.of(comparison, answer.orElse(null));
            var svg = Badge.svg(label == null ? comparison.title() : label, outcome.message(), outcome.tone());
            return Images.svg(svg, Caching.BRIEFLY)
                    .standingWhile(() -> recommendations.today().equals(day)
                            && images.isLatest(comparison.slug(), state.revision()));
        });
    }
}
