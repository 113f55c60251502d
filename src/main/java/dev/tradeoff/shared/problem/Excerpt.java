package dev.tradeoff.shared.problem;

/** What a client sent, short and printable enough to be said back to it. */
public final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    public static String of(String sent) {
        var printable = new StringBuilder();
        sent.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .forEach(printable::appendCodePoint);
        return sent.codePointCount(0, sent.length()) > LONGEST ? printable + "…" : printable.toString();
    }
}
