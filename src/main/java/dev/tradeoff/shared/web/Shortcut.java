package dev.tradeoff.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * Answers GET requests whose answers lie ready, or take less than the way to their operation, before they reach it. It gives
 * exactly what the operation would, and is asked by event loops.
 */
public interface Shortcut {

    /** Whether it makes answers, so that it is asked after what is kept, and not where the answer has to be compressed. */
    boolean makesAnswers();

    /** The path of the operation with its parameters in braces, of an address that it answers. */
    String template(String uri);

    /**
     * @param uri path and query as they were sent
     * @return JSON; null where the operation has to be asked
     */
    @Nullable
    Representation find(String uri);
}
