package dev.tradeoff.feed;

import dev.tradeoff.published.Happening;
import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML and, by the same rules, HTML: text is escaped, and what XML has no characters for is left out. */
final class Markup {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private Markup() {}

    /** Writes with a writer that is given. */
    @FunctionalInterface
    interface Content {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    static String write(Content content) {
        var text = new StringWriter();
        try {
            var out = WRITERS.createXMLStreamWriter(text);
            content.write(out);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("what is written to memory is well-formed", e);
        }
        return text.toString();
    }

    static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(characters(text));
        out.writeEndElement();
    }

    /** A text of characters that XML 1.0 (2.2) has. */
    static String characters(String text) {
        return text.codePoints().allMatch(Markup::isCharacter)
                ? text
                : text.codePoints()
                        .filter(Markup::isCharacter)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isCharacter(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }

    /** What changed, as HTML. */
    static String html(Happening.Published published) {
        return write(out -> {
            element(out, "p", published.message());
            if (!published.changes().isEmpty()) {
                out.writeStartElement("ul");
                for (var change : published.changes()) {
                    element(out, "li", change);
                }
                out.writeEndElement();
            }
            if (published.moreChanges() > 0) {
                element(out, "p", more(published));
            }
        });
    }

    /** What changed, as plain text. */
    static String text(Happening.Published published) {
        return published.message()
                + published.changes().stream().map(change -> "\n- " + change).collect(Collectors.joining())
                + (published.moreChanges() > 0 ? "\n" + more(published) : "");
    }

    private static String more(Happening.Published published) {
        return published.moreChanges() == 1 ? "One more change." : published.moreChanges() + " more changes.";
    }
}
