package dev.tradeoff.search;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Letters without what makes no difference to a reader who looks for a word. */
final class Letters {

    /** Lucene's longest replacement of one letter. */
    private static final int LONGEST_FOLDING = 4;

    private Letters() {}

    /**
     * A stretch of a text in lower case, without accents and without what joins the parts of a compound; {@code ++} and
     * {@code #} behind it, a dot before it and those within numbers stay.
     */
    static String plain(String text, int start, int end) {
        var lower = new StringBuilder(end - start);
        boolean plain = true;
        for (int at = start; at < end; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (isPartOfName(text, point, at, start, end)) {
                lower.appendCodePoint(Character.toLowerCase(point));
                plain &= point < 0x80;
            }
        }
        return plain ? lower.toString() : folded(lower.toString());
    }

    private static boolean isPartOfName(String text, int point, int next, int start, int end) {
        return switch (point) {
            case '+' -> next > end - 2 && text.startsWith("++", end - 2);
            case '.' -> next - 1 == start || isDigit(text, next - 2) && isDigit(text, next);
            case '/', '_', '-', '‐', '‑', '\'', '’', '&', ',' -> false;
            default -> true;
        };
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static String folded(String text) {
        var in = text.toCharArray();
        var out = new char[in.length * LONGEST_FOLDING];
        int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        var folded = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            if (Character.getType(out[i]) != Character.NON_SPACING_MARK || out[i] > 0x36F) {
                folded.append(out[i]);
            }
        }
        return folded.toString();
    }
}
