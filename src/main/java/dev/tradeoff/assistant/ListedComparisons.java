package dev.tradeoff.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.PublishedLists;
import dev.tradeoff.published.PublishedLists.Wanted;
import io.quarkiverse.mcp.server.ResourceManager;
import io.quarkiverse.mcp.server.ResourceResponse;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons that are listed as resources: the first of those that are published, by slug. All are read by the template of
 * their addresses, and found by search.
 */
@Singleton
final class ListedComparisons {

    /** More than this nobody looks through. */
    private static final int MOST = 500;

    private static final int PAGE = 100;

    private final PublishedLists lists;
    private final ResourceManager resources;
    private final ComparisonResources comparisons;
    private final ObjectMapper json;
    private final Map<String, Listed> shown = new HashMap<>();
    private volatile long upTo = -1;

    ListedComparisons(
            PublishedLists lists, ResourceManager resources, ComparisonResources comparisons, ObjectMapper json) {
        this.lists = lists;
        this.resources = resources;
        this.comparisons = comparisons;
        this.json = json;
    }

    private record Listed(String title, String question) {}

    boolean isUpToDate() {
        return upTo == lists.publications();
    }

    Uni<Void> bringUpToDate() {
        return Uni.createFrom().voidItem().invoke(this::refresh).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private synchronized void refresh() {
        long publications = lists.publications();
        if (upTo == publications) {
            return;
        }
        var published = published();
        shown.entrySet().removeIf(each -> {
            boolean gone = !each.getValue().equals(published.get(each.getKey()));
            if (gone) {
                resources.removeResource(Links.resource(each.getKey()));
            }
            return gone;
        });
        published.forEach((slug, listed) -> {
            if (shown.putIfAbsent(slug, listed) == null) {
                show(slug, listed);
            }
        });
        upTo = publications;
    }

    private void show(String slug, Listed listed) {
        resources
                .newResource(slug)
                .setUri(Links.resource(slug))
                .setTitle(listed.title())
                .setDescription(listed.question())
                .setMimeType(ComparisonResources.JSON)
                .setAsyncHandler(asked -> comparisons
                        .read(slug, asked.requestUri().value())
                        .map(contents -> new ResourceResponse(List.of(contents))))
                .register();
    }

    private Map<String, Listed> published() {
        var published = new LinkedHashMap<String, Listed>();
        @Nullable String next = null;
        do {
            var page = page(next);
            page.path("items")
                    .forEach(item -> published.put(
                            item.path("slug").asText(),
                            new Listed(
                                    item.path("title").asText(),
                                    item.path("question").asText())));
            next = page.path("page").path("next").asText(null);
        } while (next != null && published.size() < MOST);
        return published;
    }

    private JsonNode page(@Nullable String cursor) {
        try {
            return json.readTree(lists.comparisons(new Wanted(null, null, null), PAGE, cursor));
        } catch (IOException e) {
            throw new UncheckedIOException("what was written can be read", e);
        }
    }
}
