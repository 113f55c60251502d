package dev.tradeoff.access;

/** What callers say of themselves and of what they want, short and printable enough to be kept. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    static String name(String sent) {
        var printable = new StringBuilder();
        sent.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
