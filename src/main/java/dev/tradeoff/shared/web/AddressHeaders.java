package dev.tradeoff.shared.web;

import io.vertx.core.MultiMap;

/**
 * Headers that all answers at some addresses have, whoever gives them: what browsers are told to keep to. They are asked for each
 * request that is none of the API, by event loops.
 */
public interface AddressHeaders {

    /** @param path normalised */
    void add(String path, MultiMap headers);
}
