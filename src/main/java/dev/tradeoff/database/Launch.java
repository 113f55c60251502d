package dev.tradeoff.database;

import io.quarkus.dev.appstate.ApplicationStateNotification;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Runs the service on its database: the configured one, or an embedded server around the service's life. */
public final class Launch {

    private static final String JSON_LOG = "quarkus.log.console.json.enabled";

    private Launch() {}

    /** Ends the process when the service has stopped; returns in development mode, which has more to run. */
    public static void run(String... args) {
        if (!isBuilt()) {
            Quarkus.run(args); // from an IDE: builds the application, and calls main again inside it
            return;
        }
        var config = config();
        var choice = DatabaseChoice.in(config);
        switch (choice) {
            case DatabaseChoice.Configured configured ->
                Quarkus.run(null, (exitCode, failure) -> exit(exitCode, failure, configured), args);
            case DatabaseChoice.Embedded embedded -> {
                logForPeople(config);
                runEmbedded(embedded, args);
            }
        }
    }

    private static void runEmbedded(DatabaseChoice.Embedded choice, String... args) {
        var database = new EmbeddedDatabase(choice.folder());
        var shutdown = DatabaseShutdown.register(database);
        try {
            database.claim();
        } catch (StartupFailure failure) {
            shutdown.serviceHasStopped();
            ApplicationStateNotification.notifyStartupFailed(failure); // development mode waits for it
            exit(1, failure, choice);
            return;
        }
        DatabaseStart.begin(database::start);
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    shutdown.serviceHasStopped();
                    exit(exitCode, shutdown.isUnderWay() ? null : failure, choice);
                },
                args);
    }

    private static void exit(int exitCode, @Nullable Throwable failure, DatabaseChoice choice) {
        if (failure != null) FailureReport.of(failure, choice).print();
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }

    /** With its own database the service is being tried by somebody at a terminal, unless configuration says otherwise. */
    private static void logForPeople(Config config) {
        if (config.getOptionalValue(JSON_LOG, String.class).isEmpty()) System.setProperty(JSON_LOG, "false");
    }

    /** Initialises the application: it tells Quarkus how it was launched, and so which profile is active by default. */
    private static boolean isBuilt() {
        try {
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException | ExceptionInInitializerError e) {
            return false; // which Quarkus meets again, and handles
        }
    }

    /** The sources that Quarkus reads, read for ourselves: Quarkus makes its own configuration when it starts. */
    private static Config config() {
        return ConfigUtils.configBuilder().build();
    }
}
