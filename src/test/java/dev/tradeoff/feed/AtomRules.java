package dev.tradeoff.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a validator of feeds asks of Atom (RFC 4287, chapter 4). */
final class AtomRules {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final Set<String> ONCE_IN_FEED = Set.of("id", "title", "updated", "subtitle", "generator");
    private static final Set<String> ONCE_IN_ENTRY = Set.of("id", "title", "updated", "published", "content");

    private final Element element;

    private AtomRules(Element element) {
        this.element = element;
    }

    /** Fails where a rule is broken. */
    static AtomRules check(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var feed = new AtomRules(factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement());
        assertThat(feed.element.getNamespaceURI()).isEqualTo(NAMESPACE);
        assertThat(feed.element.getLocalName()).isEqualTo("feed");
        feed.common(ONCE_IN_FEED);
        feed.required("id", "title", "updated");
        assertThat(feed.link("self")).as("where the feed itself is").isNotNull();
        var ids = new HashSet<String>(Set.of(feed.text("id")));
        for (var entry : feed.all("entry")) {
            entry.common(ONCE_IN_ENTRY);
            entry.required("id", "title", "updated", "published", "content", "author");
            assertThat(entry.all("author").getFirst().text("name")).isNotBlank();
            assertThat(ids.add(entry.text("id"))).as("an id of its own").isTrue();
            assertThat(entry.link("alternate")).isNotNull();
            var type = entry.all("content").getFirst().element.getAttribute("type");
            assertThat(type).isEqualTo("html");
        }
        var times = feed.all("entry").stream()
                .map(entry -> OffsetDateTime.parse(entry.text("updated")))
                .toList();
        assertThat(times)
                .allSatisfy(time -> assertThat(time).isBeforeOrEqualTo(OffsetDateTime.parse(feed.text("updated"))));
        return feed;
    }

    private void common(Set<String> once) {
        for (var name : once) {
            assertThat(all(name)).as(name).hasSizeLessThanOrEqualTo(1);
        }
        var id = URI.create(text("id"));
        assertThat(id.isAbsolute()).isTrue();
        assertThat(id.toString()).isEqualTo(id.normalize().toString().toLowerCase(Locale.ROOT));
        assertThat(text("title")).isNotBlank();
        for (var name : List.of("updated", "published")) {
            all(name).forEach(time -> assertThat(time.element.getTextContent())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
        }
        var kinds = new HashSet<String>();
        for (var link : all("link")) {
            var href = link.element.getAttribute("href");
            assertThat(URI.create(href).isAbsolute()).as(href).isTrue();
            assertThat(kinds.add(link.element.getAttribute("rel") + " " + link.element.getAttribute("type")))
                    .as("one link of a kind")
                    .isTrue();
        }
    }

    private void required(String... names) {
        for (var name : names) {
            assertThat(all(name)).as(name).hasSize(1);
        }
    }

    List<AtomRules> all(String name) {
        var found = new ArrayList<AtomRules>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && NAMESPACE.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(new AtomRules(element));
            }
        }
        return found;
    }

    /** All text in the first child of that name. */
    String text(String name) {
        return all(name).getFirst().element.getTextContent();
    }

    /** Where the link of that relation leads; null if there is none. */
    String link(String relation) {
        return all("link").stream()
                .filter(link -> link.element.getAttribute("rel").equals(relation))
                .map(link -> link.element.getAttribute("href"))
                .findFirst()
                .orElse(null);
    }
}
