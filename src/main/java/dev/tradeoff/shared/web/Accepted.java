package dev.tradeoff.shared.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Chooses among two media types that an address has; JAX-RS has refused clients that accept neither. */
public final class Accepted {

    private Accepted() {}

    /** Whether the client asks for this type before the usual one. */
    public static boolean prefers(HttpHeaders headers, MediaType type, MediaType usual) {
        for (var accepted : headers.getAcceptableMediaTypes()) { // best first
            if (accepted.isCompatible(usual)) {
                return false;
            }
            if (accepted.isCompatible(type)) {
                return true;
            }
        }
        return false;
    }
}
