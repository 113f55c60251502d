package dev.tradeoff.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entity tags of an If-Match or If-None-Match header (RFC 9110, 13.1).
 *
 * @param any whether the header is {@code *}
 * @param opaque the tags without the weakness indicator, quotes included
 * @param strong those that had none
 */
record EntityTags(boolean any, List<String> opaque, List<String> strong) {

    /** Empty if the header is malformed. Empty elements of its list are ignored (RFC 9110, 5.6.1.2). */
    static Optional<EntityTags> parse(String header) {
        var text = header.strip();
        if (text.equals("*")) {
            return Optional.of(new EntityTags(true, List.of(), List.of()));
        }
        var tags = new ArrayList<String>();
        var strong = new ArrayList<String>();
        int at = skip(", \t", text, 0);
        while (at < text.length()) {
            boolean weak = text.startsWith("W/", at);
            if (weak) {
                at += 2;
            }
            int end = at < text.length() && text.charAt(at) == '"' ? text.indexOf('"', at + 1) : -1;
            if (end < 0 || !isOpaque(text, at + 1, end)) {
                return Optional.empty();
            }
            tags.add(text.substring(at, end + 1));
            if (!weak) {
                strong.add(text.substring(at, end + 1));
            }
            at = skip(" \t", text, end + 1);
            if (at < text.length() && text.charAt(at) != ',') {
                return Optional.empty();
            }
            at = skip(", \t", text, at);
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags, strong));
    }

    /** Weak comparison, which is what If-None-Match asks for. */
    boolean matches(String tag) {
        return any || opaque.contains(tag);
    }

    /** Strong comparison, which is what If-Match asks for: whether a tag is one of this version, in whichever encoding. */
    boolean names(long version) {
        var start = "\"" + version;
        return strong.stream().anyMatch(tag -> tag.equals(start + '"') || tag.startsWith(start + '-'));
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

    private static int skip(String characters, String text, int at) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
