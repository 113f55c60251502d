package dev.tradeoff.published;

import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.search.KnowledgeIndex;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.technology.Technology;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The technologies there are, each with the published comparisons that know it. */
@Singleton
public final class CoveredTechnologies {

    /** Those that are told in words; of further ones only how many there are. */
    private static final int TOLD = 3;

    private final PublishedKnowledge knowledge;
    private final Records records;

    CoveredTechnologies(PublishedKnowledge knowledge, Records records) {
        this.knowledge = knowledge;
        this.records = records;
    }

    /**
     * A technology and what knows it: comparisons in which it is an option, or a claim is about it.
     *
     * @param summary its summary without the signs of Markdown
     * @param newest the comparisons that were published last, newest first, at most three
     * @param comparisons how many there are in all
     */
    public record Covered(Technology technology, String summary, List<Coverage> newest, int comparisons) {}

    /**
     * A comparison that knows a technology.
     *
     * @param publishedAt when its latest revision was published
     */
    public record Coverage(String comparison, String title, Instant publishedAt) {}

    /** Makes an answer from all of them, by slug, which stands while they do; call off the event loop. */
    public Representation answer(Function<List<Covered>, Representation> maker) {
        return knowledge.read(snapshot -> {
            var gathering = new Gathering(snapshot);
            var all = snapshot.technologies().everyOne().stream()
                    .map(known -> gathering.of(known.technology()))
                    .toList();
            return maker.apply(all).standingWhile(() -> knowledge.current() == snapshot);
        });
    }

    /** What one comparison is called is looked up once. */
    private final class Gathering {

        private final Snapshot snapshot;
        private final Map<String, Coverage> told = new HashMap<>();

        Gathering(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        Covered of(Technology technology) {
            var known = knowing(technology, snapshot.index()).toList();
            var newest = known.stream()
                    .sorted(Comparator.comparing(
                                    (Latest latest) -> latest.publication().publishedAt())
                            .reversed()
                            .thenComparing(Latest::slug))
                    .limit(TOLD)
                    .map(latest -> told.computeIfAbsent(latest.slug(), slug -> coverage(latest)))
                    .toList();
            return new Covered(technology, PlainText.of(technology.summary()), newest, known.size());
        }

        private Stream<Latest> knowing(Technology technology, KnowledgeIndex.State index) {
            return IndexEntries.comparisonsThatKnow(technology, index).stream()
                    .flatMap(slug -> snapshot.find(slug).stream())
                    .filter(latest -> !latest.archived());
        }

        private Coverage coverage(Latest latest) {
            Comparison comparison = records.passing(latest).comparison();
            return new Coverage(
                    comparison.slug(), comparison.title(), latest.publication().publishedAt());
        }
    }
}
