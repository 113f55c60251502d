package dev.tradeoff.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.search.Facets;
import dev.tradeoff.search.KnowledgeIndex.Found;
import dev.tradeoff.search.KnowledgeIndex.Hit;
import dev.tradeoff.search.KnowledgeIndex.Suggestion;
import dev.tradeoff.shared.web.PageInfo;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a search answers. */
@Schema(description = "A page of hits, the best first, with what else could be asked.")
record SearchPage(
        List<SearchHit> items,
        PageInfo page,
        SearchFacets facets,

        @Schema(
                description =
                        "Other questions: what was probably meant, what the last word may become, or what finds more.")
        List<SearchSuggestion> suggestions) {

    static SearchPage of(Found found, int limit, @Nullable String next) {
        return new SearchPage(
                found.hits().stream().map(SearchHit::of).toList(),
                PageInfo.of(limit, next, found.total()),
                SearchFacets.of(found.facets()),
                found.suggestions().stream().map(SearchSuggestion::of).toList());
    }

    @Schema(description = "Something that was found.")
    record SearchHit(
            @Schema(
                    description = "What kind of thing it is. There may be more kinds one day.",
                    enumeration = {
                        "comparison",
                        "factor",
                        "finding",
                        "use-case",
                        "claim",
                        "faq",
                        "recommendation",
                        "technology"
                    })
            String kind,

            String slug,

            @Schema(description = "Slug of the comparison that it belongs to; null for comparisons and technologies.")
            @Nullable
            String comparison,

            @Schema(description = "Its name, question or statement: plain text.")
            String title,

            @Schema(
                    description =
                            "The part of the rest that says most of what was looked for: plain text of at most 280 UTF-16 code units, with an ellipsis where it is cut.")
            String text,

            @Schema(
                    description =
                            "Where `title` and `text` say what was looked for, in their order and without overlap. Put both on a page as text, never as HTML.")
            List<SearchHighlight> highlights,

            @Schema(description = "Its own address.") String href,

            @Schema(
                    description =
                            "How well it answers; higher is better. It compares the hits of one question and nothing else; 0 where nothing was asked in words.",
                    minimum = "0")
            float score) {

        static SearchHit of(Hit hit) {
            var place = Place.of(hit.key());
            return new SearchHit(
                    hit.kind(),
                    place.slug(),
                    place.comparison(),
                    hit.title(),
                    hit.text(),
                    hit.highlights().stream()
                            .map(span ->
                                    new SearchHighlight(span.inTitle() ? "title" : "text", span.start(), span.end()))
                            .toList(),
                    place.href(),
                    hit.score());
        }
    }

    @Schema(description = "A stretch of a hit that says what was looked for.")
    record SearchHighlight(
            @Schema(
                    description = "The field that it is in.",
                    enumeration = {"title", "text"})
            String field,

            @Schema(
                    description =
                            "Offset of its first UTF-16 code unit, as strings are counted in JavaScript and Java.",
                    minimum = "0")
            int start,

            @Schema(description = "Offset behind its last code unit.", minimum = "1")
            int end) {}

    @Schema(
            description =
                    "How many hits there are of each kind, in each comparison and of each technology. Each is counted without the filter on itself, and shows what else could be chosen; the 20 commonest, the commonest first.")
    record SearchFacets(
            List<SearchCount> kind,
            List<SearchCount> comparison,

            @Schema(description = "A hit may concern several technologies, or none.")
            List<SearchCount> technology,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "True where only the first 10,000 hits were counted.")
            @Nullable
            Boolean countsAreAtLeast) {

        static SearchFacets of(Facets facets) {
            return new SearchFacets(
                    counts(facets, Filters.KIND),
                    counts(facets, Filters.COMPARISON),
                    counts(facets, Filters.TECHNOLOGY),
                    facets.complete() ? null : true);
        }

        private static List<SearchCount> counts(Facets facets, String field) {
            return facets.counts().getOrDefault(field, List.of()).stream()
                    .map(count -> new SearchCount(count.value(), count.hits()))
                    .toList();
        }
    }

    @Schema(description = "How many hits have a value.")
    record SearchCount(
            @Schema(description = "A kind, or a slug; it can be sent as a filter.")
            String value,

            @Schema(minimum = "1") int count) {}

    @Schema(description = "Another question.")
    record SearchSuggestion(
            @Schema(
                    type = SchemaType.STRING,
                    description =
                            "`correction`: what was probably meant, and was looked for. `completion`: what the last word may become. `broader`: nothing was found, and it asks for less.",
                    enumeration = {"correction", "completion", "broader"})
            String kind,

            @Schema(description = "The whole question, to be sent as `q`.")
            String q) {

        static SearchSuggestion of(Suggestion suggestion) {
            return new SearchSuggestion(suggestion.reason().name().toLowerCase(Locale.ROOT), suggestion.question());
        }
    }
}
