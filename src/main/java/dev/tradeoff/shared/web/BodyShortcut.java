package dev.tradeoff.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * Answers POST requests of one operation that needs no role and stores nothing, before they reach it: those with small bodies, where
 * that takes less than an operation costs. It gives exactly what the operation would, and is asked by event loops.
 */
public interface BodyShortcut {

    /** The path of the operation with its parameters in braces. */
    String template();

    /**
     * @param uri path and query as they were sent
     * @param json the body, read or not, right or not
     * @param acceptEncoding of the request
     * @return JSON, compressed already where it is to be; null where the operation has to be asked
     */
    @Nullable
    Representation answer(String uri, byte[] json, @Nullable String acceptEncoding);
}
