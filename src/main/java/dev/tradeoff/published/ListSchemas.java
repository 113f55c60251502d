package dev.tradeoff.published;

import dev.tradeoff.knowledge.Change;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.Source;
import dev.tradeoff.knowledge.Topic;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.technology.Technology;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lists look like to the OpenAPI document, which has no generics: each list is a schema of its own. */
final class ListSchemas {

    private ListSchemas() {}

    @Schema(description = "All options of a comparison, in its order.")
    record OptionList(List<Option> items, PageInfo page) {}

    @Schema(description = "All topics of a comparison, in its order.")
    record TopicList(List<Topic> items, PageInfo page) {}

    @Schema(description = "All factors of a comparison, in its order.")
    record FactorList(List<Factor> items, PageInfo page) {}

    @Schema(description = "All findings of a comparison, in its order.")
    record FindingList(List<Finding> items, PageInfo page) {}

    @Schema(description = "All use cases of a comparison, in its order.")
    record UseCaseList(List<UseCase> items, PageInfo page) {}

    @Schema(description = "All claims of a comparison, in its order.")
    record ClaimList(List<Claim> items, PageInfo page) {}

    @Schema(description = "All sources of a comparison, in its order.")
    record SourceList(List<Source> items, PageInfo page) {}

    @Schema(description = "All FAQs of a comparison, in its order.")
    record FaqList(List<Faq> items, PageInfo page) {}

    @Schema(description = "All standing recommendations of a comparison, in its order.")
    record RecommendationList(List<Recommendation> items, PageInfo page) {}

    @Schema(description = "A page of the revisions of a comparison, newest first.")
    record RevisionList(List<RevisionView> items, PageInfo page) {}

    @Schema(description = "What changed between two revisions, in the comparison's order.")
    record ChangeList(String comparison, int from, int to, List<Change> items, PageInfo page) {}

    @Schema(description = "A page of comparisons, by slug or, where words are searched, by relevance.")
    record ComparisonPage(List<ComparisonSummary> items, PageInfo page) {}

    @Schema(description = "A page of factors, by comparison and slug or, where words are searched, by relevance.")
    record FactorPage(List<FactorItem> items, PageInfo page) {}

    @Schema(description = "A page of use cases, by comparison and slug or, where words are searched, by relevance.")
    record UseCasePage(List<UseCaseItem> items, PageInfo page) {}

    @Schema(description = "A page of FAQs, by comparison and slug or, where words are searched, by relevance.")
    record FaqPage(List<FaqItem> items, PageInfo page) {}

    @Schema(description = "A page of claims, by comparison and slug or, where words are searched, by relevance.")
    record ClaimPage(List<ClaimItem> items, PageInfo page) {}

    @Schema(
            description =
                    "A page of recommendations, by comparison and slug or, where words are searched, by relevance.")
    record RecommendationPage(List<RecommendationItem> items, PageInfo page) {}

    @Schema(description = "A page of technologies, by slug or, where words are searched, by relevance.")
    record TechnologyPage(List<TechnologyItem> items, PageInfo page) {}

    @Schema(
            description = "A factor and where it is from.",
            allOf = {Located.class, Factor.class})
    interface FactorItem {}

    @Schema(
            description = "A finding and where it is from.",
            allOf = {Located.class, Finding.class})
    interface FindingItem {}

    @Schema(
            description = "A use case and where it is from.",
            allOf = {Located.class, UseCase.class})
    interface UseCaseItem {}

    @Schema(
            description = "A FAQ and where it is from.",
            allOf = {Located.class, Faq.class})
    interface FaqItem {}

    @Schema(
            description = "A claim and where it is from.",
            allOf = {Located.class, Claim.class})
    interface ClaimItem {}

    @Schema(
            description = "A recommendation and where it is from.",
            allOf = {Located.class, Recommendation.class})
    interface RecommendationItem {}

    @Schema(
            description = "A technology and its address.",
            allOf = {Addressed.class, Technology.class})
    interface TechnologyItem {}

    @Schema(description = "An item's address.")
    record Addressed(
            @Schema(description = "Its own address.") String href) {}

    @Schema(
            description = "A revision: the whole comparison, and who published it with which words.",
            allOf = {ComparisonView.class, RevisionNote.class})
    interface RevisionState {}

    @Schema(description = "Who published a revision, and with which words.")
    record RevisionNote(String publishedBy, String message) {}
}
