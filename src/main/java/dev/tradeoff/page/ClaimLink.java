package dev.tradeoff.page;

/**
 * A claim as it is referred to.
 *
 * @param number its place among the claims, from 1
 * @param isDoubted whether figures speak against it
 */
public record ClaimLink(String slug, int number, boolean isDoubted) {}
