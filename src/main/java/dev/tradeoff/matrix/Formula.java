package dev.tradeoff.matrix;

/**
 * Keeps spreadsheets from running text as a formula: text that begins like one gets an apostrophe before it, and loses
 * it on the way back. Text that begins with apostrophes and then like a formula gets one more, so that nothing is lost.
 */
final class Formula {

    private static final String STARTERS = "=+-@\t\r\n";
    private static final char APOSTROPHE = '\'';

    private Formula() {}

    static String disarm(String text) {
        return isLikeOne(text) ? APOSTROPHE + text : text;
    }

    static String restore(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && isLikeOne(cell) ? cell.substring(1) : cell;
    }

    private static boolean isLikeOne(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == APOSTROPHE) {
            at++;
        }
        return at < text.length() && STARTERS.indexOf(text.charAt(at)) >= 0;
    }
}
