package dev.tradeoff.published;

import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Search in everything that is published. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Across comparisons")
public class SearchResource {

    private final Lists lists;

    SearchResource(Lists lists) {
        this.lists = lists;
    }

    /** For the document alone: what a hit can be. */
    @Schema(
            name = "KindOfHit",
            description = "A kind of thing that is found.",
            type = SchemaType.STRING,
            enumeration = {"comparison", "factor", "finding", "use-case", "claim", "faq", "recommendation", "technology"
            })
    interface Kind {}

    /** What hits are filtered by, each by one value. */
    record SearchFilter(
            @Parameter(
                    description = "Slug of a topic: what stands under it, directly or through its factors.",
                    example = "performance")
            @RestQuery
            @Nullable
            String topic,

            @Parameter(
                    description = "Slug of a factor: the factor itself, and what is tied to it or weighs it.",
                    example = "concurrency")
            @RestQuery
            @Nullable
            String factor,

            @Parameter(
                    description = "Slug of a use case: the use case itself, and what names it or is weighed by it.",
                    example = "real-time-applications")
            @RestQuery
            @Nullable
            String useCase,

            @Parameter(
                    description =
                            "What is asked, in words: 200 characters at most. An entry is found by most of the words, in any of their forms and by the other names of technologies (`js`, `GIL`); a word that is nowhere, by the nearest one, and the last one by its beginning while nothing stands behind it. `\"event loop\"` must stand there so, `-django` and `-\"event loop\"` must not. Without it everything is listed, by kind, comparison and slug.",
                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                    example = "concurrency")
            @RestQuery
            @Nullable
            String q) {}

    @GET
    @Blocking
    @Operation(
            operationId = "search",
            summary = "Search in everything",
            description =
                    "Comparisons, factors, findings, use cases, claims, FAQs, recommendations and technologies, the best first: what is called so, then what says so in its title, then in its text; words side by side before scattered ones; of equally good ones by kind, comparison and slug. Several filters must all hold, of one filter with several values one of them.")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Kinds of things, separated by commas or repeated.",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            schema = @Schema(type = SchemaType.ARRAY, implementation = Kind.class),
            example = "[\"factor\", \"faq\"]")
    @Parameter(
            name = "comparison",
            in = ParameterIn.QUERY,
            description = "Slugs of comparisons, separated by commas or repeated.",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"nodejs-vs-python-backend\"]")
    @Parameter(
            name = "technology",
            in = ParameterIn.QUERY,
            description =
                    "Slugs or aliases of technologies, separated by commas or repeated: what concerns one of them or a part of it.",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"python\"]")
    @APIResponseSchema(value = SearchPage.class, responseDescription = "A page of hits.")
    public Representation search(
            @BeanParam SearchFilter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        var kinds = values(address, Filters.KIND);
        kinds.forEach(SearchResource::check);
        var request = new Lists.Request(kinds)
                .filter(Filters.COMPARISON, values(address, Filters.COMPARISON))
                .filter(Filters.TECHNOLOGY, values(address, Filters.TECHNOLOGY))
                .filter(Filters.TOPIC, filter.topic())
                .filter(Filters.FACTOR, filter.factor())
                .filter(Filters.USE_CASE, filter.useCase())
                .search(filter.q());
        return lists.found(request, pagination, address);
    }

    /** @throws dev.tradeoff.shared.problem.Refused if there is no such kind */
    static void check(String kind) {
        if (ListKind.named(kind).isEmpty()) {
            throw new Problem.InvalidParameter(
                            Filters.KIND,
                            "There is no kind “" + Excerpt.of(kind) + "”; there are "
                                    + Arrays.stream(ListKind.values())
                                            .map(ListKind::slug)
                                            .collect(Collectors.joining(", "))
                                    + ".")
                    .refused();
        }
    }

    private static Set<String> values(UriInfo address, String parameter) {
        return address.getQueryParameters().getOrDefault(parameter, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
