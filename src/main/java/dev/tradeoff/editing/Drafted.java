package dev.tradeoff.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import java.util.List;

/** Where drafts are, and how they are shown. */
final class Drafted {

    private Drafted() {}

    static String address(String comparison) {
        return "/api/v1/comparisons/" + comparison + "/draft";
    }

    static void refuseOtherSlug(String slug, Comparison sent) {
        if (!sent.slug().isEmpty() && !sent.slug().equals(slug)) {
            throw new Problem.BrokenRules(
                            "/slug must be that of the address, or be left out.",
                            List.of(new Problem.Flaw("/slug", "must be " + slug + ", as in the address")))
                    .refused();
        }
    }

    /** The comparison under the slug that the address names. */
    static Comparison named(String slug, Comparison sent) {
        return new Comparison(
                slug,
                sent.title(),
                sent.question(),
                sent.summary(),
                sent.tags(),
                sent.options(),
                sent.topics(),
                sent.factors(),
                sent.findings(),
                sent.useCases(),
                sent.claims(),
                sent.sources(),
                sent.faqs(),
                sent.recommendations());
    }

    static Representation representation(ObjectMapper json, Object shown, long version) {
        return Representation.versioned(bytes(json, shown), Long.toString(version), Caching.PRIVATE);
    }

    /** Something that is seen of it, and depends on more than it: the tag changes with the bytes too. */
    static Representation derived(ObjectMapper json, Object shown, long version) {
        return Representation.of(bytes(json, shown), Caching.PRIVATE).at(version);
    }

    private static byte[] bytes(ObjectMapper json, Object shown) {
        try {
            return json.writeValueAsBytes(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft can be written", e);
        }
    }
}
