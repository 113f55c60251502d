package dev.tradeoff.mcda;

/** How the figures of a criterion are made comparable with those of others. */
public enum Normalisation {
    NONE,
    SCALE,
    MIN_MAX,
    VECTOR,
    SUM,
    RATIO
}
