package dev.tradeoff.chart;

/** Text that anybody may have written, as a drawing can take it. */
final class Plain {

    private Plain() {}

    /**
     * On one line, without what XML 1.0 has no characters for, and without marks that turn the direction of writing, as
     * these would reach into what stands beside.
     */
    static String of(String written) {
        var text = new StringBuilder(written.length());
        written.codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .filter(character -> isCharacter(character) && !turns(character))
                .filter(character -> character != ' ' || !text.isEmpty() && text.charAt(text.length() - 1) != ' ')
                .forEach(text::appendCodePoint);
        return text.toString().stripTrailing();
    }

    /** Of XML 1.0 (fifth edition), 2.2, but for control characters that it only discourages. */
    private static boolean isCharacter(int character) {
        return !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE
                && (character & 0xFFFE) != 0xFFFE;
    }

    private static boolean turns(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }
}
