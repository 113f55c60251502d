package dev.tradeoff.authoring;

import java.time.Instant;

/**
 * One entry in the history of a comparison: a revision without its document.
 *
 * @param change its place among all publications of all comparisons
 */
public record Publication(
        String comparison, int revision, Instant publishedAt, String publishedBy, String message, long change) {}
