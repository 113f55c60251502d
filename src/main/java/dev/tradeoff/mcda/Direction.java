package dev.tradeoff.mcda;

/** Which way a criterion is better. */
public enum Direction {
    MAX,
    MIN
}
