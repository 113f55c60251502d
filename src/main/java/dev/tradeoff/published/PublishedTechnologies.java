package dev.tradeoff.published;

import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Technologies and where they are known, as records, for who shows them. */
@Singleton
public final class PublishedTechnologies {

    private final PublishedKnowledge knowledge;
    private final Records records;

    PublishedTechnologies(PublishedKnowledge knowledge, Records records) {
        this.knowledge = knowledge;
        this.records = records;
    }

    /** A comparison that knows something of a technology. */
    public record Mention(Comparison comparison, Evidence evidence) {}

    /**
     * A technology and where it is known.
     *
     * @param parts what is directly part of it, by slug
     * @param mentions comparisons in which it is an option or a claim is about it, by slug
     * @param known how many such comparisons there are
     * @param current whether this is still so; for event loops
     */
    public record Known(
            Technology technology,
            Optional<Technology> partOf,
            List<Technology> parts,
            List<Mention> mentions,
            int known,
            BooleanSupplier current) {}

    /** By slug or alias; without where it is known. */
    public Optional<Technology> named(String name) {
        return knowledge.current().technologies().find(name).map(Technologies.Known::technology);
    }

    /** All of them, by slug. */
    public List<Technology> everyOne() {
        return knowledge.current().technologies().everyOne().stream()
                .map(Technologies.Known::technology)
                .toList();
    }

    /**
     * By slug or alias; call off the event loop.
     *
     * @param most as many of the comparisons that know it
     */
    public Optional<Known> find(String name, int most) {
        return knowledge.read(snapshot -> {
            var tree = snapshot.technologies();
            return tree.find(name).map(Technologies.Known::technology).map(technology -> {
                var slugs = IndexEntries.comparisonsThatKnow(technology, snapshot.index());
                var whole = technology.partOf();
                return new Known(
                        technology,
                        whole == null ? Optional.empty() : tree.find(whole).map(Technologies.Known::technology),
                        tree.partsOf(technology.slug()).stream()
                                .flatMap(part -> tree.find(part).stream())
                                .map(Technologies.Known::technology)
                                .toList(),
                        slugs.stream()
                                .limit(most)
                                .flatMap(slug -> snapshot.find(slug).stream())
                                .map(records::passing)
                                .map(published -> new Mention(published.comparison(), published.evidence()))
                                .toList(),
                        slugs.size(),
                        () -> knowledge.current() == snapshot);
            });
        });
    }
}
