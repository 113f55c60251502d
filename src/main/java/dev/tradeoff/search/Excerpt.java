package dev.tradeoff.search;

import dev.tradeoff.search.Highlights.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The part of a text that says most of what was looked for.
 *
 * @param text at most {@link #LONGEST} UTF-16 code units, with an ellipsis where it is cut
 * @param highlights in the order of the text, without overlap
 */
record Excerpt(String text, List<Span> highlights) {

    static final int LONGEST = 280;

    private static final String CUT = "…";

    /** How much stands before the first word that was looked for. */
    private static final int LEAD = 60;

    private static final int MOST_HIGHLIGHTS = 20;

    /**
     * A stretch of a text.
     *
     * @param start offset of its first UTF-16 code unit
     * @param end offset behind its last one
     */
    record Span(int start, int end) {}

    /** The whole text, whatever its length. */
    static Excerpt whole(String text, List<Place> places) {
        return new Excerpt(text, spans(places, 0, text.length(), 0));
    }

    static Excerpt of(String text, List<Place> places) {
        if (text.length() <= LONGEST) {
            return whole(text, places);
        }
        int start = start(text, places);
        int end = wordEnd(text, Math.min(text.length(), start + LONGEST - 2 * CUT.length()), start);
        var before = start > 0 ? CUT : "";
        var after = end < text.length() ? CUT : "";
        return new Excerpt(
                before + text.substring(start, end) + after, spans(places, start, end, before.length() - start));
    }

    /** A little before the window with the most different words; of equal ones the first. */
    private static int start(String text, List<Place> places) {
        var inside = new HashMap<Integer, Integer>();
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < places.size(); first++) {
            int from = places.get(first).start();
            while (last < places.size() && places.get(last).end() - from <= LONGEST - LEAD - 2) {
                inside.merge(places.get(last++).word(), 1, Integer::sum);
            }
            if (inside.size() > most) {
                most = inside.size();
                best = from;
            }
            if (last > first) {
                inside.computeIfPresent(places.get(first).word(), (word, count) -> count == 1 ? null : count - 1);
            } else {
                last = first + 1;
            }
        }
        return wordStart(text, best - LEAD, best);
    }

    /** Behind the first gap between words from there on, but at most at {@code latest}. */
    private static int wordStart(String text, int earliest, int latest) {
        if (earliest <= 0) {
            return 0;
        }
        for (int at = earliest; at < latest; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return latest;
    }

    /** At the last gap between words up to there; without one, there, but within no pair of surrogates. */
    private static int wordEnd(String text, int latest, int start) {
        if (latest == text.length()) {
            return latest;
        }
        for (int at = latest; at > start + LONGEST / 2; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
    }

    private static List<Span> spans(List<Place> places, int from, int to, int shift) {
        var spans = new ArrayList<Span>();
        for (var place : places) {
            if (place.start() < from || place.end() > to) {
                continue;
            }
            var before = spans.isEmpty() ? null : spans.getLast();
            int start = place.start() + shift;
            int end = place.end() + shift;
            if (before != null && start < before.end()) {
                spans.set(spans.size() - 1, new Span(before.start(), Math.max(before.end(), end)));
            } else if (spans.size() < MOST_HIGHLIGHTS) {
                spans.add(new Span(start, end));
            }
        }
        return spans;
    }
}
