package dev.tradeoff.published;

/**
 * Fired when readers of this process see newer knowledge, whoever published it. Observers are called where knowledge is being
 * loaded: they hand over what takes time.
 */
public record KnowledgeChanged() {}
