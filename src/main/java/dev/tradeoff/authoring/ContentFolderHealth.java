package dev.tradeoff.authoring;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * How much of the content folder was loaded. Always up: what was loaded before is served. Whoever asks is told numbers
 * alone, even where reads are closed; what they are about stands in the log.
 */
@Readiness
final class ContentFolderHealth implements HealthCheck {

    private final ContentFolder folder;

    ContentFolderHealth(ContentFolder folder) {
        this.folder = folder;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("content-folder")
                .up()
                .withData("configured", folder.isWatched())
                .withData("loaded", folder.loaded())
                .withData(
                        "failed",
                        folder.faults().stream()
                                .map(ContentFault::file)
                                .distinct()
                                .count())
                .withData("left-alone", folder.leftAlone().size())
                .build();
    }
}
