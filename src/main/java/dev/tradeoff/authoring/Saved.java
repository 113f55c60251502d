package dev.tradeoff.authoring;

/**
 * What a write has left.
 *
 * @param version its new version, never used before
 * @param created whether it was not there before
 */
public record Saved<T>(T value, long version, boolean created) {}
