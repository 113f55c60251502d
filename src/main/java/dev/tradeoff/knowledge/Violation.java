package dev.tradeoff.knowledge;

/**
 * A broken rule, and where.
 *
 * @param pointer JSON Pointer (RFC 6901) into the document
 * @param detail what to mend, in words
 * @param weight how long it may stand
 */
public record Violation(String pointer, String detail, Weight weight) {

    /** Something that is still to do. */
    public Violation(String pointer, String detail) {
        this(pointer, detail, Weight.INCOMPLETE);
    }

    /** How long a broken rule may stand. */
    public enum Weight {
        /** Until it is published: something is missing, or names what is not there yet. */
        INCOMPLETE,
        /** Never, not in a draft either: things in the way of each other. */
        WRONG,
        /** Never: no value of its kind, such as a slug in capitals or a weight of 1,000. */
        MALFORMED
    }

    /** Whether a draft may have it. */
    public boolean isTolerableInDraft() {
        return weight == Weight.INCOMPLETE;
    }
}
