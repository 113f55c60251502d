package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Comparison;

/**
 * The working copy of a comparison.
 *
 * @param version moves with every change of it or of one of its members, and is never used again
 */
public record Draft(Comparison comparison, long version) {}
