package dev.tradeoff.published;

import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.knowledge.Source;
import dev.tradeoff.knowledge.Topic;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.shared.web.Representation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The members of a comparison: each collection whole, and each member by its slug. */
@Path("/api/v1/comparisons/{comparison}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members of a comparison")
public class MembersResource {

    private final History history;

    MembersResource(History history) {
        this.history = history;
    }

    @GET
    @Path("options")
    @Operation(
            operationId = "listOptionsOfComparison",
            summary = "The options of a comparison",
            description = "The technologies that take part, in the order in which they are compared.")
    @APIResponseSchema(
            value = ListSchemas.OptionList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> options(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.OPTIONS, state);
    }

    @GET
    @Path("options/{slug}")
    @Operation(
            operationId = "getOption",
            summary = "An option of a comparison",
            description = "One technology taking part: what it stands for, what it serves best, and when to choose it.")
    @APIResponseSchema(value = Option.class, responseDescription = "The option.")
    public Uni<Representation> option(@RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.OPTIONS, slug, state);
    }

    @GET
    @Path("topics")
    @Operation(
            operationId = "listTopicsOfComparison",
            summary = "The topics of a comparison",
            description = "The headings that group factors and findings.")
    @APIResponseSchema(
            value = ListSchemas.TopicList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> topics(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.TOPICS, state);
    }

    @GET
    @Path("topics/{slug}")
    @Operation(
            operationId = "getTopic",
            summary = "A topic of a comparison",
            description = "One heading that groups factors and findings.")
    @APIResponseSchema(value = Topic.class, responseDescription = "The topic.")
    public Uni<Representation> topic(@RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.TOPICS, slug, state);
    }

    @GET
    @Path("factors")
    @Operation(
            operationId = "listFactorsOfComparison",
            summary = "The factors of a comparison",
            description =
                    "The criteria on which the options differ, each with its anchored scale and an assessment of every option.")
    @APIResponseSchema(
            value = ListSchemas.FactorList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> factors(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.FACTORS, state);
    }

    @GET
    @Path("factors/{slug}")
    @Operation(
            operationId = "getFactor",
            summary = "A factor of a comparison",
            description =
                    "One criterion, its anchored scale, and an assessment of every option with the claims that it rests on.")
    @APIResponseSchema(value = Factor.class, responseDescription = "The factor.")
    public Uni<Representation> factor(@RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.FACTORS, slug, state);
    }

    @GET
    @Path("findings")
    @Operation(
            operationId = "listFindingsOfComparison",
            summary = "The findings of a comparison",
            description = "Strengths, limitations, mitigations and practices, each of one option under one topic.")
    @APIResponseSchema(
            value = ListSchemas.FindingList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> findings(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.FINDINGS, state);
    }

    @GET
    @Path("findings/{slug}")
    @Operation(
            operationId = "getFinding",
            summary = "A finding of a comparison",
            description = "One strength, limitation, mitigation or practice of one option.")
    @APIResponseSchema(value = Finding.class, responseDescription = "The finding.")
    public Uni<Representation> finding(
            @RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.FINDINGS, slug, state);
    }

    @GET
    @Path("use-cases")
    @Operation(
            operationId = "listUseCasesOfComparison",
            summary = "The use cases of a comparison",
            description = "Kinds of project, with how well each option fits and how much each factor weighs for them.")
    @APIResponseSchema(
            value = ListSchemas.UseCaseList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> useCases(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.USE_CASES, state);
    }

    @GET
    @Path("use-cases/{slug}")
    @Operation(
            operationId = "getUseCase",
            summary = "A use case of a comparison",
            description = "One kind of project, with how well each option fits and how much each factor weighs for it.")
    @APIResponseSchema(value = UseCase.class, responseDescription = "The use case.")
    public Uni<Representation> useCase(
            @RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.USE_CASES, slug, state);
    }

    @GET
    @Path("claims")
    @Operation(
            operationId = "listClaimsOfComparison",
            summary = "The claims of a comparison",
            description = "Measurable or checkable statements, each with its source; figures are numbers with a unit.")
    @APIResponseSchema(
            value = ListSchemas.ClaimList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> claims(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.CLAIMS, state);
    }

    @GET
    @Path("claims/{slug}")
    @Operation(
            operationId = "getClaim",
            summary = "A claim of a comparison",
            description = "One measurable or checkable statement with its source.")
    @APIResponseSchema(value = Claim.class, responseDescription = "The claim.")
    public Uni<Representation> claim(@RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.CLAIMS, slug, state);
    }

    @GET
    @Path("sources")
    @Operation(
            operationId = "listSourcesOfComparison",
            summary = "The sources of a comparison",
            description = "Where the claims come from.")
    @APIResponseSchema(
            value = ListSchemas.SourceList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> sources(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.SOURCES, state);
    }

    @GET
    @Path("sources/{slug}")
    @Operation(operationId = "getSource", summary = "A source of a comparison", description = "One source of claims.")
    @APIResponseSchema(value = Source.class, responseDescription = "The source.")
    public Uni<Representation> source(@RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.SOURCES, slug, state);
    }

    @GET
    @Path("faqs")
    @Operation(
            operationId = "listFaqsOfComparison",
            summary = "The FAQs of a comparison",
            description =
                    "Questions that people ask and their answers, tied to options, factors, use cases and claims.")
    @APIResponseSchema(
            value = ListSchemas.FaqList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> faqs(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.FAQS, state);
    }

    @GET
    @Path("faqs/{slug}")
    @Operation(operationId = "getFaq", summary = "A FAQ of a comparison", description = "One question and its answer.")
    @APIResponseSchema(value = Faq.class, responseDescription = "The FAQ.")
    public Uni<Representation> faq(@RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.FAQS, slug, state);
    }

    @GET
    @Path("recommendations")
    @Operation(
            operationId = "listRecommendationsOfComparison",
            summary = "The standing recommendations of a comparison",
            description = "Standing recommendations: choose one option when …, or combine several, each for ….")
    @APIResponseSchema(
            value = ListSchemas.RecommendationList.class,
            responseDescription = "All of them, in the comparison's order.")
    public Uni<Representation> recommendations(@RestPath String comparison, @BeanParam StateQuery state) {
        return section(comparison, Section.RECOMMENDATIONS, state);
    }

    @GET
    @Path("recommendations/{slug}")
    @Operation(
            operationId = "getRecommendation",
            summary = "A recommendation of a comparison",
            description = "One standing recommendation.")
    @APIResponseSchema(value = Recommendation.class, responseDescription = "The recommendation.")
    public Uni<Representation> recommendation(
            @RestPath String comparison, @RestPath String slug, @BeanParam StateQuery state) {
        return member(comparison, Section.RECOMMENDATIONS, slug, state);
    }

    private Uni<Representation> section(String comparison, Section section, StateQuery state) {
        return history.represent(comparison, state, View.of(section));
    }

    private Uni<Representation> member(String comparison, Section section, String slug, StateQuery state) {
        return history.represent(comparison, state, View.of(section, slug));
    }
}
