package dev.tradeoff.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entity tags of an If-Match or If-None-Match header (RFC 9110, 13.1).
 *
 * @param any whether the header is {@code *}
 * @param opaque the tags without the weakness indicator, quotes included
 */
record EntityTags(boolean any, List<String> opaque) {

    /** Empty if the header is malformed. */
    static Optional<EntityTags> parse(String header) {
        var text = header.strip();
        if (text.equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        var tags = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("W/", at)) {
                at += 2;
            }
            int end = at < text.length() && text.charAt(at) == '"' ? text.indexOf('"', at + 1) : -1;
            if (end < 0 || !isOpaque(text, at + 1, end)) {
                return Optional.empty();
            }
            tags.add(text.substring(at, end + 1));
            at = skipBlanks(text, end + 1);
            if (at < text.length()) {
                if (text.charAt(at) != ',') {
                    return Optional.empty();
                }
                at = skipBlanks(text, at + 1);
                if (at == text.length()) {
                    return Optional.empty();
                }
            }
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
    }

    /** Weak comparison, which is what If-None-Match asks for. */
    boolean matches(String tag) {
        return any || opaque.contains(tag);
    }

    private static boolean isOpaque(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x21 || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static int skipBlanks(String text, int at) {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
