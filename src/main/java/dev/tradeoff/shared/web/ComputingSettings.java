package dev.tradeoff.shared.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What an operator decides about computations. An operation takes about a nanosecond. */
@ConfigMapping(prefix = "tradeoff.computing")
interface ComputingSettings {

    /** What is estimated to need more operations is refused. */
    long mostOperations();

    /** What is estimated to need more goes into the slow lane. */
    long quickOperations();

    /** So long work may wait, and so long it may then be computed. */
    Duration timeLimit();

    /** How many may wait in the quick lane. */
    int quickQueue();

    /** How many may wait in the slow lane. */
    int slowQueue();

    /** Memory for the bodies that anybody may send. */
    MemorySize bodiesMemory();
}
