package dev.tradeoff.page;

import dev.tradeoff.published.PublishedSearch.Found;
import dev.tradeoff.published.PublishedSearch.Highlight;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was found, with what was looked for marked. */
public record Hit(String kind, String href, @Nullable String comparison, List<Piece> title, List<Piece> text) {

    /** A stretch of text. */
    public record Piece(String text, boolean isMarked) {}

    static Hit of(Found found) {
        return new Hit(
                found.kind().equals("faq") ? "FAQ" : found.kind().replace('-', ' '),
                Addresses.found(found.kind(), found.comparison(), found.slug()),
                found.comparison(),
                pieces(found.title(), found.highlights(), true),
                pieces(found.text(), found.highlights(), false));
    }

    private static List<Piece> pieces(String text, List<Highlight> highlights, boolean inTitle) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var highlight : highlights) {
            if (highlight.inTitle() == inTitle) {
                pieces.add(new Piece(text.substring(at, highlight.start()), false));
                pieces.add(new Piece(text.substring(highlight.start(), highlight.end()), true));
                at = highlight.end();
            }
        }
        pieces.add(new Piece(text.substring(at), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
