package dev.tradeoff;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Tradeoff {

    private Tradeoff() {}

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
