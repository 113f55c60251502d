package dev.tradeoff.access;

import java.security.SecureRandom;

/** Ids of what is made by administrators: they say nothing, and fit into an address and a log as they are. */
public final class RandomId {

    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    /** Sixteen small letters and digits. */
    public static String next() {
        return RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(CHARACTERS.charAt(i)), StringBuilder::append)
                .toString();
    }
}
