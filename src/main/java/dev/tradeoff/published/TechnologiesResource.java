package dev.tradeoff.published;

import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.technology.Technology;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Technologies, and everything known about one across comparisons. */
@Path("/api/v1/technologies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Technologies")
public class TechnologiesResource {

    private final Lists lists;
    private final PublishedKnowledge knowledge;
    private final Records records;
    private final Renderings renderings;
    private final ReadersJson json;

    TechnologiesResource(
            Lists lists, PublishedKnowledge knowledge, Records records, Renderings renderings, ReadersJson json) {
        this.lists = lists;
        this.records = records;
        this.knowledge = knowledge;
        this.renderings = renderings;
        this.json = json;
    }

    /** What technologies are filtered by. */
    record TechnologyFilter(
            @Parameter(
                    description =
                            "Words to look for in names, aliases and summaries, understood as in a search (`GET /api/v1/search`).",
                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                    example = "python")
            @RestQuery
            @Nullable
            String q,

            @Parameter(
                    description = "A kind of technology.",
                    example = "framework",
                    schema =
                            @Schema(
                                    type = SchemaType.STRING,
                                    enumeration = {"runtime", "language", "framework", "library", "platform", "practice"
                                    }))
            @RestQuery
            @Nullable
            String kind,

            @Parameter(
                    description = "Slug or alias of a technology: it, and all that is part of it.",
                    example = "python")
            @RestQuery
            @Nullable
            String technology) {

        void check() {
            if (kind != null && !Technology.Kind.names().contains(kind)) {
                throw new Problem.InvalidParameter(
                                "kind",
                                "There is no kind “" + Excerpt.of(kind) + "”; there are "
                                        + String.join(", ", Technology.Kind.names()) + ".")
                        .refused();
            }
        }
    }

    @GET
    @Blocking
    @Operation(
            operationId = "listTechnologies",
            summary = "The technologies there are",
            description =
                    "What can be chosen, and what that is made of: by slug; where words are looked for (`q`), by relevance first.")
    @APIResponseSchema(value = ListSchemas.TechnologyPage.class, responseDescription = "A page of technologies.")
    public Representation list(
            @BeanParam TechnologyFilter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        filter.check();
        var request = new Lists.Request(ListKind.TECHNOLOGY)
                .filter(Filters.TECHNOLOGY_KIND, filter.kind())
                .filter(Filters.TECHNOLOGY, filter.technology())
                .search(filter.q());
        return lists.page(request, pagination, address);
    }

    @GET
    @Blocking
    @Path("{technology}")
    @Operation(
            operationId = "getTechnology",
            summary = "A technology and everything known about it",
            description =
                    "What it is and is part of, the comparisons in which it is an option, how it stands under each factor and use case, and the findings, claims, FAQs and recommendations that concern it.")
    @APIResponseSchema(value = TechnologyView.class, responseDescription = "The technology.")
    public Representation technology(@RestPath String technology) {
        return knowledge.read(snapshot -> {
            var found = snapshot.technologies().find(technology).orElseThrow(() -> Problem.NotFound.of(
                            "technology", technology)
                    .refused());
            var published = IndexEntries.comparisonsThatKnow(found.technology(), snapshot.index()).stream()
                    .flatMap(slug -> snapshot.find(slug).stream())
                    .map(records::passing);
            return renderings
                    .json(TechnologyView.of(found.technology(), snapshot.technologies(), published, json))
                    .at(found.version())
                    .standingWhile(() -> knowledge.current() == snapshot);
        });
    }
}
