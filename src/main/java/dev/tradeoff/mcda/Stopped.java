package dev.tradeoff.mcda;

/**
 * The thread was interrupted in the middle of a computation, because it took too long or nobody waits for it any more.
 */
public final class Stopped extends RuntimeException {

    public Stopped() {
        super("stopped", null, false, false);
    }

    /** To be called now and then in long loops; takes the interruption up. */
    static void ifInterrupted() {
        if (Thread.interrupted()) {
            throw new Stopped();
        }
    }
}
