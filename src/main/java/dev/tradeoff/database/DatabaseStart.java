package dev.tradeoff.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The start of the embedded server, beside that of the service. Flyway is the first that asks the database for something,
 * and is configured just before: until then the service gets ready, and there it waits for the server.
 */
@Singleton
final class DatabaseStart implements FlywayConfigurationCustomizer {

    private static volatile CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** Begins it; what becomes of it is found out by who waits. */
    static void begin(Runnable start) {
        running = CompletableFuture.runAsync(
                start,
                task -> Thread.ofPlatform().daemon().name("postgres-start").start(task));
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        try {
            running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartupFailure failure) throw failure;
            throw e;
        }
    }
}
