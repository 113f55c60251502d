package dev.tradeoff.shared.memory;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Remembers some thousands of things that came lately by four bytes each, to tell which of them come again: most that come
 * once never do, and are not worth being kept. Where two of them look alike one is taken for the other, once in a while. For
 * many threads.
 */
public final class Lately {

    /** A power of two. */
    private static final int REMEMBERED = 4096;

    private final AtomicIntegerArray fingerprints = new AtomicIntegerArray(REMEMBERED);

    /** Whether it came lately; from now on it did. */
    public boolean came(Object thing) {
        int fingerprint = thing.hashCode() * 0x9e3779b9; // so that its upper bits depend on all of it
        return fingerprints.getAndSet(fingerprint >>> Integer.numberOfLeadingZeros(REMEMBERED - 1), fingerprint)
                == fingerprint;
    }
}
