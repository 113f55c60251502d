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

    private Launch() {}

    /** Ends the process when the service has stopped; returns in development mode, which has more to run. */
    public static void run(String... args) {
        if (!isBuilt()) {
            Quarkus.run(args); // started in an IDE: builds the application, and calls main again inside it
            return;
        }
        switch (DatabaseChoice.in(config())) {
            case DatabaseChoice.Configured configured -> Quarkus.run(null, Launch::exit, args);
            case DatabaseChoice.Embedded embedded -> runOn(new EmbeddedDatabase(embedded.folder()), args);
        }
    }

    private static void runOn(EmbeddedDatabase database, String... args) {
        var shutdown = DatabaseShutdown.register(database);
        try {
            database.open();
        } catch (StartupFailure failure) {
            shutdown.serviceHasStopped();
            ApplicationStateNotification.notifyStartupFailed(
                    failure); // development mode waits for the one or the other
            exit(1, failure);
            return;
        }
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    shutdown.serviceHasStopped();
                    exit(exitCode, shutdown.isUnderWay() ? null : failure);
                },
                args);
    }

    private static void exit(int exitCode, @Nullable Throwable failure) {
        if (failure != null) FailureReport.of(failure).print();
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }

    /** Initialises the application, because it tells Quarkus how it was launched, and with that its default profile. */
    private static boolean isBuilt() {
        try {
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The sources that Quarkus reads, read for ourselves: Quarkus makes its own configuration when it starts. */
    private static Config config() {
        return ConfigUtils.configBuilder().build();
    }
}
