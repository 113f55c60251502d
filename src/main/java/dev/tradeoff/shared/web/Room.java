package dev.tradeoff.shared.web;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that may be used, and is given back. */
final class Room {

    private final AtomicLong free;

    Room(long bytes) {
        free = new AtomicLong(bytes);
    }

    /** Whether there was so much. */
    boolean take(long bytes) {
        if (free.addAndGet(-bytes) >= 0) {
            return true;
        }
        free.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }
}
