package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.recommendation.TailoredAnswers.Sent;
import dev.tradeoff.shared.web.Bodies;
import dev.tradeoff.shared.web.Computing;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Which option suits a team: computed for its requirements, nothing stored. */
@Path("/api/v1/comparisons/{comparison}/tailored-recommendation")
@Tag(name = "Recommending")
public class TailoredRecommendationResource {

    /** A body so small is parsed sooner than handed to another thread. */
    private static final long SMALL = 16 * 1024;

    /** A longer one is read anew each time. */
    private static final int LONGEST_KEPT = 4 * 1024;

    /** Nanoseconds that a byte of a body costs to parse, about. */
    private static final long BYTE = 30;

    private final PublishedStates states;
    private final TailoredAnswers answers;
    private final Computing computing;
    private final Bodies bodies;

    TailoredRecommendationResource(
            PublishedStates states, TailoredAnswers answers, Computing computing, Bodies bodies) {
        this.states = states;
        this.answers = answers;
        this.computing = computing;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recommend",
            summary = "A recommendation for a team's requirements",
            description =
                    "Ranks the options by what matters to the team, and says how far the answer can be relied on: which claims it rests on, how easily it would flip, whether it survives without weak evidence. Computes and stores nothing; the same requirements, revision, day and engine give the same bytes. `link` in the answer gives it again by GET.")
    @RequestBody(
            required = true,
            description = "The requirements; `{}` for none at all.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requirements.class),
                            examples = {
                                @ExampleObject(
                                        name = "use-case",
                                        summary = "Live features, by a team that knows JavaScript"),
                                @ExampleObject(
                                        name = "priorities",
                                        summary = "Priorities in their order, and a minimum that must be met"),
                                @ExampleObject(name = "both", summary = "Two use cases that pull apart, by TOPSIS")
                            }))
    @APIResponseSchema(value = TailoredRecommendation.class, responseDescription = "The answer.")
    public Uni<Representation> recommend(@RestPath String comparison, @Context HttpHeaders headers) {
        var latest = states.latest(comparison);
        var body = bodies.json();
        var sent = answers.sent(comparison, latest, body.verbatim(LONGEST_KEPT));
        var encoding = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        var known = answers.again(sent, encoding);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        if (body.length() <= SMALL && !body.isPacked()) {
            return answer(sent, body.as(Requirements.class), encoding);
        }
        return computing
                .run(body.length() * BYTE, () -> body.as(Requirements.class))
                .chain(requirements -> answer(sent, requirements, encoding));
    }

    private Uni<Representation> answer(Sent sent, Requirements requirements, @Nullable String encoding) {
        RequirementsForm.check(requirements);
        return answer(sent, requirements, UnaryOperator.identity(), Caching.NOT_STORED, encoding);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getRecommendationFor",
            summary = "The same as a link",
            description =
                    "The answer to requirements that stand in the address, to be shared and cached. With `revision` and `asOf`, as `link` in every answer has them, it is the same for as long as `engine` is.")
    @Parameter(
            name = "useCase",
            in = ParameterIn.QUERY,
            description = "Slugs of use cases, separated by commas.",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"real-time-applications\"]")
    @Parameter(
            name = "weight",
            in = ParameterIn.QUERY,
            description =
                    "Weights by factor: `weight[concurrency]=5`. Where there are any they take the place of the use cases' profiles, and all other factors weigh 0.",
            style = ParameterStyle.DEEPOBJECT,
            explode = Explode.TRUE,
            schema =
                    @Schema(
                            type = SchemaType.OBJECT,
                            additionalProperties = Double.class,
                            examples = "{\"concurrency\": 5}"))
    @Parameter(
            name = "priorities",
            in = ParameterIn.QUERY,
            description =
                    "Factors, the most important first, separated by commas; in place of `weight` and `pairwise`.",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            examples = "[\"concurrency\", \"ecosystem\"]"))
    @Parameter(
            name = "pairwise",
            in = ParameterIn.QUERY,
            description =
                    "Judgements `factor:over:by` (`factor` counts `by` times as much as `over`), separated by commas; in place of `weight` and `priorities`.",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            examples = "[\"concurrency:learning-curve:5\"]"))
    @Parameter(
            name = "minimum",
            in = ParameterIn.QUERY,
            description =
                    "What an option must reach at least, by factor, in the factor's units: `minimum[ecosystem]=3`.",
            style = ParameterStyle.DEEPOBJECT,
            explode = Explode.TRUE,
            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Double.class),
            example = "{\"ecosystem\": 3}")
    @Parameter(
            name = "maximum",
            in = ParameterIn.QUERY,
            description = "What an option may reach at most, by factor, in the factor's units.",
            style = ParameterStyle.DEEPOBJECT,
            explode = Explode.TRUE,
            schema =
                    @Schema(
                            type = SchemaType.OBJECT,
                            additionalProperties = Double.class,
                            examples = "{\"ecosystem\": 5}"))
    @Parameter(
            name = "experience",
            in = ParameterIn.QUERY,
            description = "How well the team knows each option: `experience[nodejs]=expert`.",
            style = ParameterStyle.DEEPOBJECT,
            explode = Explode.TRUE,
            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Requirements.Experience.class),
            example = "{\"nodejs\": \"expert\"}")
    @Parameter(
            name = "method",
            in = ParameterIn.QUERY,
            description = "How the figures become a ranking.",
            schema = @Schema(implementation = MethodName.class),
            example = "weighted-sum")
    @Parameter(
            name = "normalisation",
            in = ParameterIn.QUERY,
            description = "How scores are made comparable: `scale`, and nothing else.",
            schema = @Schema(type = SchemaType.STRING),
            example = "scale")
    @Parameter(
            name = "revision",
            in = ParameterIn.QUERY,
            description = "Number of the revision to answer from. Default: the latest.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
            example = "1")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The day up to which claims have aged; a time stands for its day in UTC. Default: today.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-11-22")
    @Parameter(
            name = "samples",
            in = ParameterIn.QUERY,
            description = "How many weightings to sample where no exact figure is to be had, 1 to 100,000.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100000", defaultValue = "10000"),
            example = "10000")
    @Parameter(
            name = "seed",
            in = ParameterIn.QUERY,
            description = "Where the random generator begins.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", defaultValue = "1"),
            example = "1")
    @Parameter(
            name = "robustness",
            in = ParameterIn.QUERY,
            description =
                    "`false`: the ranking alone, without saying how far it can be relied on, in a fraction of the time.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"),
            example = "true")
    @APIResponseSchema(value = TailoredRecommendation.class, responseDescription = "The answer.")
    public Uni<Representation> recommendation(
            @RestPath String comparison, @Context UriInfo address, @Context HttpHeaders headers) {
        var query = address.getRequestUri().getRawQuery();
        var sent = answers.sent(comparison, states.latest(comparison), "?" + query);
        var encoding = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        var known = answers.again(sent, encoding);
        if (known != null) {
            return Uni.createFrom().item(standing(known, sent));
        }
        var requirements = RequirementsLink.read(address.getQueryParameters());
        boolean settled = requirements.revision() != null && requirements.asOf() != null;
        return answer(
                        sent,
                        requirements,
                        pointer -> RequirementsLink.parameter(pointer, requirements),
                        settled ? Caching.IMMUTABLE : Caching.REVALIDATED,
                        encoding)
                .map(answer -> standing(answer, sent));
    }

    private Representation standing(Representation answer, Sent sent) {
        return answer.standingWhile(() -> answers.isOfNow(sent, states.latest(sent.comparison())));
    }

    /** @param place what the sender calls the place that a JSON Pointer into the requirements leads to */
    private Uni<Representation> answer(
            Sent sent,
            Requirements requirements,
            UnaryOperator<String> place,
            Caching caching,
            @Nullable String encoding) {
        return states.find(sent.comparison(), requirements.revision())
                .chain(state -> answers.to(sent, state, requirements, place, caching, encoding));
    }
}
