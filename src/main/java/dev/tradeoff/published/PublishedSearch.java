package dev.tradeoff.published;

import dev.tradeoff.search.KnowledgeIndex.Suggestion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Search in everything that is published, for who shows what is found. */
@Singleton
public final class PublishedSearch {

    private final PublishedKnowledge knowledge;

    PublishedSearch(PublishedKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * Something that was found.
     *
     * @param kind as the API calls it: {@code use-case}, say
     * @param comparison slug of the comparison that it belongs to; null for comparisons and technologies
     * @param title plain text
     * @param text plain text
     * @param highlights where title and text say what was looked for, in their order
     */
    public record Found(
            String kind,
            String slug,
            @Nullable String comparison,
            String title,
            String text,
            List<Highlight> highlights) {}

    /** A stretch of UTF-16 code units. */
    public record Highlight(boolean inTitle, int start, int end) {}

    /**
     * What was found, the best first.
     *
     * @param suggestions other questions
     * @param current whether it still would be; for event loops
     */
    public record Results(List<Found> items, long total, List<String> suggestions, BooleanSupplier current) {}

    /**
     * Call off the event loop.
     *
     * @param words at most 200 characters
     * @throws dev.tradeoff.shared.problem.Refused if they are more
     */
    public Results find(String words, int most) {
        var request = new Lists.Request(Set.of()).search(words);
        return knowledge.read(snapshot -> {
            var found = snapshot.index().find(request.in(snapshot.technologies()), Map.of(), null, most);
            return new Results(
                    found.hits().stream()
                            .map(hit -> {
                                var place = Place.of(hit.key());
                                return new Found(
                                        hit.kind(),
                                        place.slug(),
                                        place.comparison(),
                                        hit.title(),
                                        hit.text(),
                                        hit.highlights().stream()
                                                .map(span -> new Highlight(span.inTitle(), span.start(), span.end()))
                                                .toList());
                            })
                            .toList(),
                    found.total(),
                    found.suggestions().stream().map(Suggestion::question).toList(),
                    () -> knowledge.current() == snapshot);
        });
    }
}
