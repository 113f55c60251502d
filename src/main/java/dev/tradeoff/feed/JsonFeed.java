package dev.tradeoff.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.published.Happening;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed as JSON Feed 1.1. */
@Schema(name = "JsonFeed", description = "A feed (JSON Feed 1.1).")
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        String description,
        String language,
        List<Item> items) {

    static final String MEDIA_TYPE = "application/feed+json";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    @Schema(name = "JsonFeedItem", description = "A publication.")
    record Item(
            @Schema(description = "A URN that stays.") String id,
            @Schema(description = "The comparison's page.") String url,

            @Schema(description = "All that changed, by member and field.") @JsonProperty("external_url")
            String externalUrl,

            String title,
            @JsonProperty("content_html") String contentHtml,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            List<Author> authors,
            @Schema(description = "Slugs of technologies.") List<String> tags) {}

    @Schema(name = "JsonFeedAuthor", description = "Who published it.")
    record Author(String name) {}

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                VERSION,
                feed.title(),
                feed.home(),
                feed.self(Feed.JSON),
                feed.subtitle(),
                Feed.LANGUAGE,
                feed.entries().stream().map(entry -> item(feed, entry)).toList());
    }

    private static Item item(Feed feed, Happening.Published entry) {
        return new Item(
                feed.id(entry),
                feed.address() + Addresses.page(entry),
                feed.address() + Addresses.changes(entry),
                Feed.title(entry),
                Markup.html(entry),
                Markup.text(entry),
                entry.at(),
                List.of(new Author(entry.by())),
                entry.technologies().stream().sorted().toList());
    }
}
