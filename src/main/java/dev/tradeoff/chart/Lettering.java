package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * About how wide text is, in a sans-serif as wide as Verdana. Most are narrower: what fits here fits everywhere.
 */
final class Lettering {

    /** So many times as wide is bold text. */
    static final double BOLD = 1.12;

    private static final String ELLIPSIS = "…";
    private static final double THOUSAND = 1000;
    private static final double ROUNDING = 1e-6;
    private static final int FIRST = ' ';

    /** Thousandths of the font size, from the blank to the tilde. */
    private static final short[] WIDTHS = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, // blank to /
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, // 0 to ?
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, // @ to O
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, // P to _
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838, // p to ~
    };

    private static final int LETTER = 640;
    private static final int WIDE = 1050;

    /** From here on, most of what is written takes a full square: Hangul, Kana, Han, symbols. */
    private static final int FIRST_WIDE = 0x1100;

    private Lettering() {}

    /** In pixels. */
    static double width(String text, double size) {
        return text.codePoints().mapToLong(Lettering::thousandths).sum() * size / THOUSAND;
    }

    private static int thousandths(int character) {
        int place = character - FIRST;
        if (place >= 0 && place < WIDTHS.length) {
            return WIDTHS[place];
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> character >= FIRST_WIDE && !isPunctuation(character) ? WIDE : LETTER;
        };
    }

    private static boolean isPunctuation(int character) {
        return character >= 0x2000 && character < 0x2070 && character != ELLIPSIS.codePointAt(0);
    }

    private static boolean fits(String text, double size, double room) {
        return width(text, size) <= room + ROUNDING;
    }

    /** As much of it as fits, with an ellipsis where that is not all. */
    static String cut(String text, double size, double room) {
        return fits(text, size, room) ? text : beginning(text, size, room - width(ELLIPSIS, size)) + ELLIPSIS;
    }

    /** The longest beginning that fits, of at least one character. */
    private static String beginning(String text, double size, double room) {
        double used = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += thousandths(character) * size / THOUSAND;
            if (used > room + ROUNDING && end > 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end).stripTrailing();
    }

    /**
     * In lines, broken between words, and within those that are longer than a line.
     *
     * @param most lines; what does not fit them ends with an ellipsis
     */
    static List<String> lines(String text, double size, double room, int most) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (!rest.isEmpty()) {
            if (lines.size() == most - 1) {
                lines.add(cut(rest, size, room));
                break;
            }
            var line = line(rest, size, room);
            lines.add(line);
            rest = rest.substring(line.length()).stripLeading();
        }
        return lines;
    }

    private static String line(String text, double size, double room) {
        if (fits(text, size, room)) {
            return text;
        }
        var fitting = beginning(text, size, room);
        boolean betweenWords = text.length() > fitting.length() && text.charAt(fitting.length()) == ' ';
        int blank = fitting.lastIndexOf(' ');
        return betweenWords || blank <= 0 ? fitting : fitting.substring(0, blank);
    }
}
