package dev.tradeoff.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How English text with names of software in it becomes words. Names that are written with punctuation are found as one
 * word and by their parts: {@code Node.js} is nodejs, node and js; {@code async/await} is asyncawait, async and await.
 * {@code C++}, {@code C#} and {@code .NET} keep what tells them from C and net.
 */
final class Words {

    /** Stand in every text, and tell none from another. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "of", "on",
            "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "were", "will",
            "with");

    /** What a question is made of beside what it is about. */
    private static final Set<String> QUESTION_WORDS = Set.of(
            "about", "any", "can", "could", "did", "do", "does", "from", "get", "had", "has", "have", "how", "i", "its",
            "many", "may", "me", "much", "my", "no", "not", "our", "shall", "should", "so", "some", "than", "them",
            "us", "use", "used", "using", "versus", "vs", "we", "what", "when", "where", "whether", "which", "who",
            "why", "would", "you", "your");

    /** Begin questions, and stand in every text. */
    private static final Set<String> VERBS_OF_QUESTIONS = Set.of("are", "is", "was", "were", "will");

    private static final String JOINERS = "./_-‐‑'’&+";
    private static final String APOSTROPHES = "'’";
    private static final int LONGEST_COMPOUND = 4;
    private static final int LONGEST_WORD = 64;

    private final String text;
    private final Stemmer stemmer = new Stemmer();
    private final List<Word> words = new ArrayList<>();
    private int position;

    private Words(String text) {
        this.text = text;
    }

    /** In the order of their first letters, a compound before its parts; what stands in every text is left out. */
    static List<Word> of(String text) {
        var words = new Words(text);
        words.read();
        return words.words;
    }

    /** Whether it belongs to how a question is asked rather than to what it is about. */
    static boolean isOfQuestions(Word word) {
        return QUESTION_WORDS.contains(word.spelling());
    }

    /** Whether a text begins as questions do. */
    static boolean beginsQuestion(String text) {
        var first = new StringBuilder();
        text.strip()
                .chars()
                .takeWhile(Character::isLetter)
                .limit(LONGEST_WORD)
                .forEach(letter -> first.append((char) letter));
        var word = first.toString().toLowerCase(Locale.ROOT);
        return QUESTION_WORDS.contains(word) || VERBS_OF_QUESTIONS.contains(word);
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.isLetterOrDigit(point)) {
                at = compound(at);
            } else {
                at += Character.charCount(point);
            }
        }
    }

    /** Parts that single joiners hold together, {@code I/O} say. */
    private int compound(int start) {
        var parts = new ArrayList<int[]>();
        int end = part(start);
        parts.add(new int[] {start, end});
        while (end < text.length() - 1 && joins(text.charAt(end), end) && isWordAt(end + 1)) {
            int next = end + 1;
            end = part(next);
            parts.add(new int[] {next, end});
        }
        add(parts);
        return end;
    }

    private boolean joins(char sign, int at) {
        return JOINERS.indexOf(sign) >= 0 || sign == ',' && isDigit(at - 1) && isDigit(at + 1);
    }

    private boolean isDigit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isWordAt(int at) {
        return Character.isLetterOrDigit(text.codePointAt(at));
    }

    /** The end of a run of letters and digits, with the signs behind it that are part of a name; an ideograph is a run. */
    private int part(int start) {
        int at = start;
        boolean ideograph = Character.isIdeographic(text.codePointAt(start));
        do {
            at += Character.charCount(text.codePointAt(at));
        } while (at < text.length() && !ideograph && continues(text.codePointAt(at)) && at - start < LONGEST_WORD);
        if (text.startsWith("++", at) && !isWordNext(at + 2)) {
            return at + 2;
        }
        return at - start <= 2 && text.startsWith("#", at) && !isWordNext(at + 1) ? at + 1 : at;
    }

    private static boolean continues(int point) {
        return (Character.isLetterOrDigit(point) && !Character.isIdeographic(point))
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private boolean isWordNext(int at) {
        return at < text.length() && isWordAt(at);
    }

    private void add(List<int[]> parts) {
        var first = parts.getFirst();
        var last = parts.getLast();
        if (parts.size() == 1) {
            int dot = leadingDot(first[0]);
            if (dot < first[0]) {
                word(dot, first[1], 1, true);
            }
        } else if (isPossessive(parts)) {
            parts.removeLast();
        } else if (parts.size() <= LONGEST_COMPOUND) {
            word(first[0], last[1], parts.size(), true);
        }
        for (var part : parts) {
            word(part[0], part[1], 1, false);
            position++;
        }
    }

    /** {@code .NET}, but no full stop. */
    private int leadingDot(int start) {
        boolean dotted = start > 0
                && text.charAt(start - 1) == '.'
                && (start == 1
                        || Character.isWhitespace(text.charAt(start - 2))
                        || "([\"“".indexOf(text.charAt(start - 2)) >= 0);
        return dotted ? start - 1 : start;
    }

    private boolean isPossessive(List<int[]> parts) {
        var last = parts.getLast();
        return parts.size() == 2
                && APOSTROPHES.indexOf(text.charAt(last[0] - 1)) >= 0
                && last[1] - last[0] == 1
                && (text.charAt(last[0]) == 's' || text.charAt(last[0]) == 'S');
    }

    private void word(int start, int end, int parts, boolean compound) {
        var spelling = Letters.plain(text, start, end);
        if (!spelling.isEmpty() && !STOP_WORDS.contains(spelling)) {
            words.add(new Word(stemmer.stem(spelling), spelling, start, end, position, parts, compound));
        }
    }
}
