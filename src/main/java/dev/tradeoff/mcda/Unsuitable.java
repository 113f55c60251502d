package dev.tradeoff.mcda;

/** The figures do not meet what a method or a normalisation needs; the message says which and what to mend. */
public final class Unsuitable extends RuntimeException {

    public Unsuitable(String message) {
        super(message, null, false, false);
    }
}
