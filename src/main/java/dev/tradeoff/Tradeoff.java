package dev.tradeoff;

import dev.tradeoff.database.Launch;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Tradeoff {

    public static void main(String... args) {
        // What is no URI is refused by the service itself, with a problem document; Quarkus would answer without one.
        System.setProperty("vertx.disableURIValidation", "true");
        Launch.run(args);
    }
}
