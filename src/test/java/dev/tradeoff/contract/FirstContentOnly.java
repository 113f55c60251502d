package dev.tradeoff.contract;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service of its own, on a database of its own, in which no other test has published anything. */
public final class FirstContentOnly implements QuarkusTestProfile {}
