package dev.tradeoff.chart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** SVG as a reader finds it that follows nothing outside of it. */
public final class Drawing {

    private final Document document;

    private Drawing(Document document) {
        this.document = document;
    }

    /** Fails where it is no well-formed XML, or has a document type. */
    public static Drawing of(String svg) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return new Drawing(
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("cannot be read: " + svg, e);
        }
    }

    public Element root() {
        return document.getDocumentElement();
    }

    public List<Element> all(String name) {
        var found = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The text of all elements of that name. */
    public List<String> texts(String name) {
        return all(name).stream().map(Element::getTextContent).toList();
    }

    /** The text of the only element of that name. */
    public String text(String name) {
        var texts = texts(name);
        if (texts.size() != 1) {
            throw new AssertionError(texts.size() + " elements are called " + name);
        }
        return texts.getFirst();
    }

    /** Elements with that class among their classes. */
    public List<Element> ofClass(String name) {
        return all("*").stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(name))
                .toList();
    }
}
