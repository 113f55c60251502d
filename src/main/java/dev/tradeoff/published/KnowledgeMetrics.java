package dev.tradeoff.published;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How much is published, and in how many parts of the index each question has to look. */
@Singleton
final class KnowledgeMetrics implements MeterBinder {

    private final PublishedKnowledge knowledge;

    KnowledgeMetrics(PublishedKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("tradeoff.published.comparisons", knowledge, known -> known.current()
                        .comparisons()
                        .size())
                .description("Comparisons that were published, archived ones included")
                .register(metrics);
        Gauge.builder("tradeoff.published.index.parts", knowledge, known -> known.current()
                        .index()
                        .parts())
                .description("Parts of the index of published knowledge")
                .register(metrics);
    }
}
