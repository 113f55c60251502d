package dev.tradeoff.published;

import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Shortcut;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Whole comparisons, of which each lies ready. */
@Singleton
final class WholeComparisons implements Shortcut {

    private static final String PREFIX = "/api/v1/comparisons/";

    private final PublishedKnowledge knowledge;

    WholeComparisons(PublishedKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public boolean makesAnswers() {
        return false;
    }

    @Override
    public String template(String uri) {
        return PREFIX + "{comparison}";
    }

    /** What is no slug, a path that goes on or a query, is the slug of nothing. */
    @Override
    public @Nullable Representation find(String uri) {
        var latest =
                uri.startsWith(PREFIX) ? knowledge.current().comparisons().get(uri.substring(PREFIX.length())) : null;
        return latest == null || latest.archived() ? null : latest.answer();
    }
}
