package dev.tradeoff.chart;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG; the JDK's writer escapes whatever text and attributes hold. */
final class Svg {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter out = new StringWriter(8 * 1024);
    private final XMLStreamWriter xml;

    Svg() {
        try {
            xml = FACTORY.createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw written(e);
        }
    }

    private static IllegalStateException written(XMLStreamException e) {
        return new IllegalStateException("a string can be written to", e);
    }

    /** @param attributes names and values in turn; numbers are rounded to hundredths */
    Svg open(String element, Object... attributes) {
        try {
            xml.writeStartElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw written(e);
        }
    }

    Svg empty(String element, Object... attributes) {
        try {
            xml.writeEmptyElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw written(e);
        }
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1];
            xml.writeAttribute(
                    (String) attributes[i], value instanceof Number number ? number(number) : (String) value);
        }
    }

    Svg close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw written(e);
        }
    }

    Svg text(String text) {
        try {
            xml.writeCharacters(text);
            return this;
        } catch (XMLStreamException e) {
            throw written(e);
        }
    }

    /** An element with nothing but text in it. */
    Svg element(String element, String text, Object... attributes) {
        return open(element, attributes).text(text).close();
    }

    @Override
    public String toString() {
        try {
            xml.flush();
            return out.toString();
        } catch (XMLStreamException e) {
            throw written(e);
        }
    }

    /** Rounded to hundredths of a pixel, without zeros at its end. */
    static String number(Number number) {
        var text = String.format(Locale.ROOT, "%.2f", number.doubleValue());
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        if (text.charAt(end - 1) == '.') {
            end--;
        }
        var rounded = text.substring(0, end);
        return rounded.equals("-0") ? "0" : rounded;
    }
}
