package dev.tradeoff.authoring;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What of the content folder could not be loaded. Always up: what was loaded before is served. */
@Readiness
final class ContentFolderHealth implements HealthCheck {

    private static final int MOST = 20;

    private final ContentFolder folder;

    ContentFolderHealth(ContentFolder folder) {
        this.folder = folder;
    }

    @Override
    public HealthCheckResponse call() {
        var faults = folder.faults();
        var response = HealthCheckResponse.named("content-folder")
                .up()
                .withData("configured", folder.isWatched())
                .withData("files", folder.files())
                .withData("errors", faults.size())
                .withData("left-alone", String.join(", ", folder.leftAlone()));
        for (int i = 0; i < Math.min(MOST, faults.size()); i++) {
            response.withData("error-" + (i + 1), faults.get(i).toString());
        }
        return response.build();
    }
}
