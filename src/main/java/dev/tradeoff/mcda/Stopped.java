package dev.tradeoff.mcda;

/** The thread was interrupted in the middle of a computation, because it took too long or nobody waits for it any more. */
public final class Stopped extends RuntimeException {

    public Stopped() {
        super("stopped", null, false, false);
    }
}
