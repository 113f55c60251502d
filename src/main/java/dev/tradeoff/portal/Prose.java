package dev.tradeoff.portal;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Document;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Paragraphs of text and links, for portals that show Markdown: nothing in the text becomes any. */
final class Prose {

    private static final MarkdownRenderer MARKDOWN = MarkdownRenderer.builder().build();

    /** They would turn the direction of what a portal shows behind the text. */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final Document document = new Document();
    private Paragraph paragraph = new Paragraph();

    /** A paragraph for each line of the text. */
    Prose paragraphs(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> paragraph()
                .text(line));
        return this;
    }

    /** Begins another paragraph. */
    Prose paragraph() {
        paragraph = new Paragraph();
        document.appendChild(paragraph);
        return this;
    }

    Prose text(String text) {
        paragraph.appendChild(new Text(plain(text)));
        return this;
    }

    /** @param address that may be linked to */
    Prose link(String text, String address) {
        var link = new Link(address, null);
        link.appendChild(new Text(plain(text)));
        paragraph.appendChild(link);
        return this;
    }

    /** Links with commas between them. */
    Prose links(Stream<TechRadar.RadarLink> links) {
        var separator = "";
        for (var link : links.toList()) {
            text(separator).link(link.title(), link.url());
            separator = ", ";
        }
        return this;
    }

    /** As Markdown. */
    String markdown() {
        return MARKDOWN.render(document).strip();
    }

    /** For a title, which is shown as it is. */
    static String plain(String text) {
        return TURNING.matcher(text).replaceAll("");
    }

    /** Its beginning, if it is longer than so many characters. */
    static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip() + "…";
    }
}
