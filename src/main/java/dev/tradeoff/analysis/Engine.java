package dev.tradeoff.analysis;

/** Which arithmetic answers come from. */
public final class Engine {

    /** Changes when any figure could; while it stays, the same request gets the same figures. */
    public static final String VERSION = "1";

    private Engine() {}
}
