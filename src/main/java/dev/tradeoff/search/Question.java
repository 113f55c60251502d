package dev.tradeoff.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody asks, taken apart: words, phrases in quotes, and what must not be there ({@code -word},
 * {@code -"a phrase"}). Everything else is punctuation; no text is no question.
 *
 * @param text as it was asked
 * @param words outside of quotes, with their offsets in the text
 * @param phrases each of at least one word
 * @param excluded each a word or a phrase
 * @param broader the same without quotes and without what must not be there
 * @param open whether the last word may go on, because nothing stands behind it yet
 */
record Question(
        String text,
        List<Word> words,
        List<List<Word>> phrases,
        List<List<Word>> excluded,
        String broader,
        boolean open) {

    private static final int MOST_WORDS = 32;
    private static final int MOST_PHRASES = 8;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String OPENING = "\"“„«";
    private static final String CLOSING = "\"”“»";

    static Question of(String text) {
        return new Reader(text).read();
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty() && excluded.isEmpty();
    }

    /** The same question, with other words in place of some. */
    String with(Map<Word, String> others) {
        var changed = new StringBuilder(text);
        words.stream().sorted(Comparator.comparingInt(Word::start).reversed()).forEach(word -> {
            var other = others.get(word);
            if (other != null) {
                changed.replace(word.start(), word.end(), other);
            }
        });
        return changed.toString();
    }

    /** Whether it is asked in a sentence, which nobody repeats word by word. */
    boolean isSentence() {
        return text.endsWith("?") || Words.beginsQuestion(text);
    }

    /** Whether it says only what must not be there. */
    boolean onlyExcludes() {
        return words.isEmpty() && phrases.isEmpty() && !excluded.isEmpty();
    }

    private static final class Reader {

        private final String text;
        private final StringBuilder plain;
        private final StringBuilder broader;
        private final List<List<Word>> phrases = new ArrayList<>();
        private final List<List<Word>> excluded = new ArrayList<>();

        Reader(String text) {
            this.text = text;
            this.plain = new StringBuilder(text);
            this.broader = new StringBuilder(text);
        }

        Question read() {
            int at = 0;
            while (at < text.length()) {
                at = piece(at);
            }
            var words = Words.of(plain.toString());
            var bounded = List.copyOf(words.subList(0, Math.min(words.size(), MOST_WORDS)));
            boolean open = !bounded.isEmpty() && bounded.getLast().end() == text.length();
            return new Question(
                    text,
                    bounded,
                    List.copyOf(phrases),
                    List.copyOf(excluded),
                    SPACES.matcher(broader.toString().strip()).replaceAll(" "),
                    open);
        }

        /** Where the piece at that place ends: a phrase, an exclusion, or a sign. */
        private int piece(int at) {
            if (isQuote(at)) {
                return phrase(at, at, phrases);
            }
            boolean begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
            if (begins && text.charAt(at) == '-' && at + 1 < text.length()) {
                return isQuote(at + 1) ? phrase(at, at + 1, excluded) : exclusion(at);
            }
            return at + 1;
        }

        private boolean isQuote(int at) {
            return OPENING.indexOf(text.charAt(at)) >= 0;
        }

        /** A quote that nothing closes is only a sign. */
        private int phrase(int from, int quote, List<List<Word>> kind) {
            int end = quote + 1;
            while (end < text.length() && CLOSING.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end == text.length()) {
                return quote + 1;
            }
            take(from, quote + 1, end, end + 1, kind);
            return end + 1;
        }

        private int exclusion(int dash) {
            int end = dash + 1;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            take(dash, dash + 1, end, end, excluded);
            return end;
        }

        private void take(int from, int start, int end, int to, List<List<Word>> kind) {
            var words = Words.of(text.substring(start, end));
            if (!words.isEmpty() && kind.size() < MOST_PHRASES) {
                kind.add(words.subList(0, Math.min(words.size(), MOST_WORDS)));
            }
            plain.replace(from, to, " ".repeat(to - from));
            if (kind == phrases) {
                broader.setCharAt(start - 1, ' ');
                broader.setCharAt(end, ' ');
            } else {
                broader.replace(from, to, " ".repeat(to - from));
            }
        }
    }
}
