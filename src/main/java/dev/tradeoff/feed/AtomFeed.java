package dev.tradeoff.feed;

import dev.tradeoff.published.Happening;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as Atom (RFC 4287). */
final class AtomFeed {

    static final String MEDIA_TYPE = "application/atom+xml";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String HTML = "text/html";

    private AtomFeed() {}

    static byte[] bytes(Feed feed) {
        return Markup.write(out -> write(feed, out)).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Feed feed, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeAttribute("xml:lang", Feed.LANGUAGE);
        Markup.element(out, "id", feed.id());
        Markup.element(out, "title", feed.title());
        Markup.element(out, "subtitle", feed.subtitle());
        Markup.element(out, "updated", feed.updated().toString());
        link(out, "self", MEDIA_TYPE, feed.self(Feed.ATOM));
        link(out, "alternate", HTML, feed.home());
        link(out, "related", JsonFeed.MEDIA_TYPE, feed.self(Feed.JSON));
        Markup.element(out, "generator", "Tradeoff");
        for (var entry : feed.entries()) {
            write(feed, entry, out);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private static void write(Feed feed, Happening.Published entry, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("entry");
        Markup.element(out, "id", feed.id(entry));
        Markup.element(out, "title", Feed.title(entry));
        Markup.element(out, "published", entry.at().toString());
        Markup.element(out, "updated", entry.at().toString());
        out.writeStartElement("author");
        Markup.element(out, "name", entry.by());
        out.writeEndElement();
        link(out, "alternate", HTML, feed.address() + Addresses.page(entry));
        link(out, "related", "application/json", feed.address() + Addresses.changes(entry));
        for (var technology : entry.technologies().stream().sorted().toList()) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", Markup.characters(technology));
        }
        out.writeStartElement("content");
        out.writeAttribute("type", "html");
        out.writeCharacters(Markup.html(entry));
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, String type, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("type", type);
        out.writeAttribute("href", Markup.characters(href));
    }
}
