package dev.tradeoff;

import dev.tradeoff.database.Launch;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Tradeoff {

    public static void main(String... args) {
        Launch.run(args);
    }
}
