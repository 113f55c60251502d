package dev.tradeoff.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradeoff.published.Happening;

/** What is told of a comparison that was archived or brought back. */
@JsonPropertyOrder({"position", "comparison", "title", "revision", "href"})
public record StandingItem(long position, String comparison, String title, int revision) {

    static StandingItem of(Happening happening) {
        return new StandingItem(happening.position(), happening.comparison(), happening.title(), happening.revision());
    }

    @JsonProperty
    public String href() {
        return Addresses.comparison(comparison);
    }
}
