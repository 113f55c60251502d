package dev.tradeoff.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Section;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an item says beside what it is, where it is shown outside its comparison. */
@Schema(description = "Where an item is from.")
record Located(
        @Schema(description = "Slug of the comparison that it belongs to.", required = true)
        String comparison,

        @Schema(description = "Its own address.", required = true)
        String href) {

    static String href(String comparison, Section section, Member member) {
        return "/api/v1/comparisons/" + comparison + "/" + section.path() + "/" + member.slug();
    }

    /** The item's own fields behind {@code comparison} (if it has one) and {@code href}. */
    static ObjectNode tree(ObjectNode item, @Nullable String comparison, String href) {
        var tree = item.objectNode();
        if (comparison != null) {
            tree.put("comparison", comparison);
        }
        tree.put("href", href);
        tree.setAll(item);
        return tree;
    }

    /** A member, as it is shown outside its comparison. */
    static ObjectNode tree(ReadersJson json, PublishedComparison published, Section section, Member member) {
        return tree(json.tree(member, published.evidence()), published.slug(), href(published.slug(), section, member));
    }
}
