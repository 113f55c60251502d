package dev.tradeoff.shared.web;

/**
 * An address that a library answers, beside the operations: anybody may POST JSON to it who may read. What holds for bodies,
 * other origins and closed reads holds for it too; it is no operation of the OpenAPI document.
 */
public interface LibraryRoute {

    /** Begins with a slash, and has no parameters. */
    String path();
}
