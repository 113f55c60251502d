package dev.tradeoff.knowledge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A broken rule, and where.
 *
 * @param pointer JSON Pointer (RFC 6901) into the document
 * @param detail what to mend, in words
 */
@Schema(description = "A broken rule, and where.")
public record Violation(
        @Schema(description = "JSON Pointer (RFC 6901) into the document.", examples = "/factors/0/weight")
                String pointer,
        @Schema(description = "What to mend.", examples = "must be between 0 and 100") String detail) {}
