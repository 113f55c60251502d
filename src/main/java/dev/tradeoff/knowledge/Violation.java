package dev.tradeoff.knowledge;

/**
 * A broken rule, and where.
 *
 * @param pointer JSON Pointer (RFC 6901) into the document
 * @param detail what to mend, in words
 */
public record Violation(String pointer, String detail) {}
