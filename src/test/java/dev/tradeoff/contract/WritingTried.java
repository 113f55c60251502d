package dev.tradeoff.contract;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service of its own, on a database of its own, in which everything that writes is tried. */
public final class WritingTried implements QuarkusTestProfile {}
