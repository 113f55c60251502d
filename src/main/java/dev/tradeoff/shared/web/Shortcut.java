package dev.tradeoff.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * Answers GET requests of one operation whose answers lie ready, however many there are, before they reach it. It gives
 * exactly what the operation would, and is asked by event loops.
 */
public interface Shortcut {

    /** The path of the operation with its parameters in braces. */
    String template();

    /**
     * @param uri path and query as they were sent
     * @return JSON; null where the operation has to be asked
     */
    @Nullable
    Representation find(String uri);
}
