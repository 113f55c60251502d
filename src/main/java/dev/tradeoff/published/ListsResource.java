package dev.tradeoff.published;

import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lists across comparisons. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Across comparisons")
public class ListsResource {

    private static final String ORDER =
            " By comparison and slug; where words are looked for (`q`), by relevance first. Several filters must all hold.";

    private final Lists lists;

    ListsResource(Lists lists) {
        this.lists = lists;
    }

    /** What every list across comparisons is filtered by. */
    record MemberFilter(
            @Parameter(description = "Slug of a comparison.", example = "nodejs-vs-python-backend") @RestQuery @Nullable
            String comparison,

            @Parameter(
                    description =
                            "Slug or alias of a technology: items that concern it or a part of it. Items without options of their own concern all options of their comparison.",
                    example = "python")
            @RestQuery
            @Nullable
            String technology,

            @Parameter(
                    description = "Slug of a topic: items under it, directly or through the factors they are tied to.",
                    example = "performance")
            @RestQuery
            @Nullable
            String topic,

            @Parameter(
                    description = "Slug of a factor: the factor itself, and items that are tied to it or weigh it.",
                    example = "concurrency")
            @RestQuery
            @Nullable
            String factor,

            @Parameter(
                    description =
                            "Slug of a use case: the use case itself, items that name it, and factors that it weighs with their claims.",
                    example = "real-time-applications")
            @RestQuery
            @Nullable
            String useCase,

            @Parameter(
                    description =
                            "Words to look for, understood as in a search (`GET /api/v1/search`); results come by relevance.",
                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                    example = "real-time")
            @RestQuery
            @Nullable
            String q) {

        Lists.Request request(ListKind kind) {
            return new Lists.Request(kind)
                    .filter(Filters.COMPARISON, comparison)
                    .filter(Filters.TECHNOLOGY, technology)
                    .filter(Filters.TOPIC, topic)
                    .filter(Filters.FACTOR, factor)
                    .filter(Filters.USE_CASE, useCase)
                    .search(q);
        }
    }

    /** What claims are filtered by besides. */
    record ClaimFilter(
            @Parameter(description = "What is measured or stated.", example = "requests-per-second")
            @RestQuery
            @Nullable
            String metric,

            @Parameter(
                    description =
                            "What is the matter with a claim: `unsourced` (no source, or a secondary one that does not say where it has it from), `undated`, `unconditioned`; `contradiction`, `outlier`, `conditions-differ` as in the evidence of its comparison; `deprecated`. What is `stale` depends on the day: the evidence of a comparison tells it.",
                    schema =
                            @Schema(
                                    type = SchemaType.STRING,
                                    enumeration = {
                                        "unsourced",
                                        "undated",
                                        "unconditioned",
                                        "contradiction",
                                        "outlier",
                                        "conditions-differ",
                                        "deprecated"
                                    }),
                    example = "contradiction")
            @RestQuery
            @Nullable
            String issue) {

        void check() {
            if (issue == null) {
                return;
            }
            var named = ClaimIssue.named(issue);
            if (named.isEmpty()) {
                throw refused("There is no issue “" + Excerpt.of(issue) + "”; there are "
                        + Arrays.stream(ClaimIssue.values())
                                .filter(each -> each != ClaimIssue.STALE)
                                .map(ClaimIssue::slug)
                                .collect(Collectors.joining(", "))
                        + ".");
            }
            if (named.get() == ClaimIssue.STALE) {
                throw refused(
                        "What is stale depends on the day: ask GET /api/v1/comparisons/{comparison}/evidence, with asOf.");
            }
        }

        private static Refused refused(String detail) {
            return new Problem.InvalidParameter("issue", detail).refused();
        }
    }

    @GET
    @Blocking
    @Path("factors")
    @Operation(
            operationId = "listFactors",
            summary = "Factors across comparisons",
            description = "The criteria on which options differ, with the assessments of each option." + ORDER)
    @APIResponseSchema(value = ListSchemas.FactorPage.class, responseDescription = "A page of factors.")
    public Representation factors(
            @BeanParam MemberFilter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        return lists.page(filter.request(ListKind.FACTOR), pagination, address);
    }

    @GET
    @Blocking
    @Path("use-cases")
    @Operation(
            operationId = "listUseCases",
            summary = "Use cases across comparisons",
            description = "Kinds of project, with how well each option fits them." + ORDER)
    @APIResponseSchema(value = ListSchemas.UseCasePage.class, responseDescription = "A page of use cases.")
    public Representation useCases(
            @BeanParam MemberFilter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        return lists.page(filter.request(ListKind.USE_CASE), pagination, address);
    }

    @GET
    @Blocking
    @Path("faqs")
    @Operation(
            operationId = "listFaqs",
            summary = "FAQs across comparisons",
            description = "Questions and their answers." + ORDER)
    @APIResponseSchema(value = ListSchemas.FaqPage.class, responseDescription = "A page of FAQs.")
    public Representation faqs(
            @BeanParam MemberFilter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        return lists.page(filter.request(ListKind.FAQ), pagination, address);
    }

    @GET
    @Blocking
    @Path("claims")
    @Operation(
            operationId = "listClaims",
            summary = "Claims across comparisons",
            description = "Measurable or checkable statements with their sources." + ORDER)
    @APIResponseSchema(value = ListSchemas.ClaimPage.class, responseDescription = "A page of claims.")
    public Representation claims(
            @BeanParam MemberFilter filter,
            @BeanParam ClaimFilter more,
            @BeanParam Pagination pagination,
            @Context UriInfo address) {
        more.check();
        var request = filter.request(ListKind.CLAIM)
                .filter(Filters.METRIC, more.metric())
                .filter(Filters.ISSUE, more.issue());
        return lists.page(request, pagination, address);
    }

    @GET
    @Blocking
    @Path("recommendations")
    @Operation(
            operationId = "listRecommendations",
            summary = "Standing recommendations across comparisons",
            description = "Choose one option when …, or combine several, each for …." + ORDER)
    @APIResponseSchema(
            value = ListSchemas.RecommendationPage.class,
            responseDescription = "A page of standing recommendations.")
    public Representation recommendations(
            @BeanParam MemberFilter filter, @BeanParam Pagination pagination, @Context UriInfo address) {
        return lists.page(filter.request(ListKind.RECOMMENDATION), pagination, address);
    }
}
