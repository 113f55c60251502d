package dev.tradeoff.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.assistant.ToolInput.Listing;
import dev.tradeoff.assistant.ToolInput.ListingClaims;
import dev.tradeoff.assistant.ToolInput.Searching;
import dev.tradeoff.published.PublishedLists;
import dev.tradeoff.published.PublishedLists.Wanted;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is found and listed across comparisons, as assistants are told it. */
@Singleton
final class Across {

    private static final int HITS = 10;
    private static final int ITEMS = 20;
    private static final int MOST = 50;
    private static final String CLAIM = "claim";
    private static final String TECHNOLOGY = "technology";

    private final PublishedLists lists;
    private final Judged.Revisions revisions;
    private final Digests digests;
    private final ObjectMapper json;

    Across(PublishedLists lists, Judged.Revisions revisions, Digests digests, ObjectMapper json) {
        this.lists = lists;
        this.revisions = revisions;
        this.digests = digests;
        this.json = json;
    }

    /**
     * @param total at least so many are there
     * @param suggestions other questions, whole
     * @param citations the claims among the hits
     */
    record Found(long total, List<Hit> hits, List<String> suggestions, List<CitedClaim> citations) {}

    /** @param comparison null for comparisons and technologies */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hit(
            String kind,
            String slug,
            @Nullable String comparison,
            String title,
            String text,
            double score,
            String page,
            String api) {}

    /** @param next cursor of the next page; null on the last */
    record Comparisons(
            long total, List<Summary> comparisons, @Nullable String next) {}

    record Summary(
            String comparison,
            String title,
            String question,
            String summary,
            List<Named> options,
            List<String> tags,
            int revision,
            Instant publishedAt,
            String resource,
            String page,
            String api) {}

    record Named(String slug, String name) {}

    /** @param next cursor of the next page; null on the last */
    record Claims(
            long total, List<CitedClaim> claims, @Nullable String next) {}

    Uni<String> found(Searching searching, Links links) {
        var query = ToolInput.question(ToolInput.required("query", searching.query()));
        int limit = ToolInput.limit(searching.limit(), HITS, MOST);
        var wanted = new Wanted(query, searching.comparison(), searching.technology());
        return offLoop(() -> tree(lists.search(wanted, searching.kinds(), limit)))
                .chain(page -> cited(claims(page, CLAIM), links)
                        .map(citations -> digests.written(new Found(
                                total(page),
                                items(page).map(hit -> hit(hit, links)).toList(),
                                suggestions(page),
                                citations))));
    }

    private static Hit hit(JsonNode hit, Links links) {
        var comparison = hit.path("comparison").asText(null);
        var slug = hit.path("slug").asText();
        var kind = hit.path("kind").asText();
        return new Hit(
                kind,
                slug,
                comparison,
                hit.path("title").asText(),
                hit.path("text").asText(),
                hit.path("score").asDouble(),
                kind.equals(TECHNOLOGY) ? links.technology(slug) : links.page(comparison == null ? slug : comparison),
                links.absolute(hit.path("href").asText()));
    }

    private static List<String> suggestions(JsonNode page) {
        return stream(page.path("suggestions"))
                .map(suggestion -> suggestion.path("q").asText())
                .toList();
    }

    Uni<String> comparisons(Listing listing, Links links) {
        int limit = ToolInput.limit(listing.limit(), ITEMS, MOST);
        var wanted = new Wanted(ToolInput.question(listing.query()), null, listing.technology());
        return offLoop(() -> {
            var page = tree(lists.comparisons(wanted, limit, listing.cursor()));
            return digests.written(new Comparisons(
                    total(page), items(page).map(item -> summary(item, links)).toList(), next(page)));
        });
    }

    private static Summary summary(JsonNode item, Links links) {
        var slug = item.path("slug").asText();
        return new Summary(
                slug,
                item.path("title").asText(),
                item.path("question").asText(),
                item.path("summary").asText(),
                stream(item.path("options"))
                        .map(option -> new Named(
                                option.path("slug").asText(),
                                option.path("name").asText()))
                        .toList(),
                stream(item.path("tags")).map(JsonNode::asText).toList(),
                item.path("revision").asInt(),
                Instant.parse(item.path("publishedAt").asText()),
                Links.resource(slug),
                links.page(slug),
                links.api(slug));
    }

    Uni<String> claims(ListingClaims listing, Links links) {
        int limit = ToolInput.limit(listing.limit(), ITEMS, MOST);
        var wanted = new Wanted(ToolInput.question(listing.query()), listing.comparison(), listing.technology());
        return offLoop(() -> tree(lists.claims(wanted, listing.metric(), listing.issue(), limit, listing.cursor())))
                .chain(page -> cited(claims(page, null), links)
                        .map(claims -> digests.written(new Claims(total(page), claims, next(page)))));
    }

    /** Where a claim is found. */
    private record Place(String comparison, String claim) {}

    /** In the order of the page. */
    private static List<Place> claims(JsonNode page, @Nullable String kind) {
        return items(page)
                .filter(item -> kind == null || item.path("kind").asText().equals(kind))
                .map(item -> new Place(
                        item.path("comparison").asText(), item.path("slug").asText()))
                .toList();
    }

    /** As the latest revisions have them today; what was withdrawn since the page was made is left out. */
    private Uni<List<CitedClaim>> cited(List<Place> places, Links links) {
        var slugs = places.stream()
                .collect(Collectors.groupingBy(
                        Place::comparison, Collectors.mapping(Place::claim, Collectors.toList())));
        return revisions.tellAll(slugs.keySet(), all -> {
            var cited = new HashMap<Place, CitedClaim>();
            for (var judged : all) {
                var wanted = slugs.getOrDefault(judged.state().comparison().slug(), List.of());
                new CitedClaim.Of(judged, links)
                        .cited(wanted)
                        .forEach(claim -> cited.put(new Place(claim.comparison(), claim.claim()), claim));
            }
            return places.stream().map(cited::get).filter(Objects::nonNull).toList();
        });
    }

    private JsonNode tree(byte[] written) {
        try {
            return json.readTree(written);
        } catch (IOException e) {
            throw new UncheckedIOException("what was written can be read", e);
        }
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return stream(page.path("items"));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static long total(JsonNode page) {
        return page.path("page").path("total").asLong();
    }

    private static @Nullable String next(JsonNode page) {
        return page.path("page").path("next").asText(null);
    }

    private static <T> Uni<T> offLoop(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
