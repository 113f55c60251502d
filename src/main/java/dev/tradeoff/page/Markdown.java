package dev.tradeoff.page;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Editors' Markdown as HTML that can stand in any page: HTML in it is text, links lead to the web or to a mailbox or
 * nowhere, images are what they are called, and headings are paragraphs, so that those of the page stay in order.
 */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.put("rel", "nofollow noopener");
                }
            })
            .nodeRendererFactory(Modest::new)
            .build();

    private Markdown() {}

    static RawString html(String markdown) {
        return new RawString(RENDERER.render(PARSER.parse(markdown)).strip());
    }

    /** What would have a rank, or an address, that is the page's to give. */
    private record Modest(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Image.class);
        }

        @Override
        public void render(Node node) {
            var html = context.getWriter();
            if (node instanceof Heading) {
                html.line();
                html.tag("p");
                html.tag("strong");
                children(node);
                html.tag("/strong");
                html.tag("/p");
                html.line();
            } else {
                children(node);
            }
        }

        private void children(Node node) {
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
