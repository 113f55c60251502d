package dev.tradeoff.published;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that knowledge is loaded; from then on readers are served, whatever becomes of the database. */
@Readiness
final class KnowledgeHealth implements HealthCheck {

    private final PublishedKnowledge knowledge;

    KnowledgeHealth(PublishedKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public HealthCheckResponse call() {
        var snapshot = knowledge.current();
        return HealthCheckResponse.named("knowledge")
                .status(snapshot.isLoaded())
                .withData("comparisons", snapshot.comparisons().size())
                .build();
    }
}
