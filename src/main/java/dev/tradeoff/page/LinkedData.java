package dev.tradeoff.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Source;
import dev.tradeoff.published.PlainText;
import dev.tradeoff.published.PublishedComparisons;
import dev.tradeoff.technology.Technology;
import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** What a page says to machines, in the words of schema.org (JSON-LD). */
@Singleton
final class LinkedData {

    private static final String CONTEXT = "https://schema.org";
    private static final String TYPE = "@type";

    private final ObjectMapper json;

    LinkedData(ObjectMapper json) {
        this.json = json;
    }

    /** A step on the way to a page. */
    record Crumb(String name, String path) {}

    List<RawString> front(String base) {
        var graph = json.createArrayNode();
        var site = site(graph.addObject(), base);
        var search = site.putObject("potentialAction").put(TYPE, "SearchAction");
        search.putObject("target").put(TYPE, "EntryPoint").put("urlTemplate", base + "/?q={search_term_string}");
        search.put("query-input", "required name=search_term_string");
        return block(graph);
    }

    private static ObjectNode site(ObjectNode node, String base) {
        return node.put(TYPE, "WebSite")
                .put("@id", base + "/#website")
                .put("name", "Tradeoff")
                .put("url", base + "/");
    }

    List<RawString> comparison(String base, PublishedComparisons.State state, List<Technology> about) {
        var comparison = state.comparison();
        var url = base + Addresses.comparison(comparison.slug());
        var graph = json.createArrayNode();
        article(graph.addObject(), base, url, state, about);
        dataset(graph.addObject(), base, url, comparison);
        if (!comparison.faqs().isEmpty()) {
            faqs(graph.addObject(), url, comparison);
        }
        crumbs(graph, base, List.of(new Crumb(comparison.title(), Addresses.comparison(comparison.slug()))));
        return block(graph);
    }

    private static void article(
            ObjectNode node, String base, String url, PublishedComparisons.State state, List<Technology> about) {
        var comparison = state.comparison();
        node.put(TYPE, "TechArticle")
                .put("@id", url + "#article")
                .put("headline", comparison.title())
                .put("description", Words.excerpt(PlainText.of(comparison.summary())))
                .put("url", url)
                .put("inLanguage", "en")
                .put("version", state.entry().revision())
                .put("dateModified", state.entry().publishedAt().toString())
                .put("keywords", String.join(", ", comparison.tags()));
        node.putObject("isPartOf").put("@id", base + "/#website");
        node.putObject("publisher")
                .put(TYPE, "Organization")
                .put("name", "Tradeoff")
                .put("url", base + "/");
        var subjects = node.putArray("about");
        about.forEach(technology -> subjects.addObject()
                .put(TYPE, "DefinedTerm")
                .put("name", technology.name())
                .put("url", base + Addresses.technology(technology.slug())));
        var sources = node.putArray("citation");
        comparison.sources().stream()
                .filter(source -> source.kind() != Source.Kind.EDITORIAL)
                .forEach(source -> source(sources.addObject(), source));
    }

    private static void source(ObjectNode node, Source source) {
        node.put(TYPE, "CreativeWork").put("name", source.title());
        if (!source.publisher().isEmpty()) {
            node.putObject("publisher").put(TYPE, "Organization").put("name", source.publisher());
        }
        if (source.url() != null) {
            node.put("url", source.url());
        }
        if (source.publishedOn() != null) {
            node.put("datePublished", source.publishedOn().toString());
        }
    }

    private static void dataset(ObjectNode node, String base, String url, Comparison comparison) {
        node.put(TYPE, "Dataset")
                .put("@id", url + "#data")
                .put("name", comparison.title() + ": assessments, claims and sources")
                .put(
                        "description",
                        "How the options of “" + comparison.title()
                                + "” do under each factor, and the claims and sources behind it.")
                .put("url", url)
                .put("isAccessibleForFree", true);
        var api = base + "/api/v1/comparisons/" + comparison.slug();
        var downloads = node.putArray("distribution");
        download(downloads, api, "application/json");
        download(downloads, api + "/matrix", "text/csv");
    }

    private static void download(ArrayNode downloads, String url, String type) {
        downloads.addObject().put(TYPE, "DataDownload").put("contentUrl", url).put("encodingFormat", type);
    }

    private static void faqs(ObjectNode node, String url, Comparison comparison) {
        node.put(TYPE, "FAQPage").put("@id", url + "#faqs").put("url", url + "#faqs");
        var questions = node.putArray("mainEntity");
        for (var faq : comparison.faqs()) {
            var question = questions.addObject().put(TYPE, "Question").put("name", faq.question());
            question.putObject("acceptedAnswer").put(TYPE, "Answer").put("text", PlainText.of(faq.answer()));
        }
    }

    List<RawString> technology(String base, Technology technology) {
        var path = Addresses.technology(technology.slug());
        var graph = json.createArrayNode();
        var term = graph.addObject()
                .put(TYPE, "DefinedTerm")
                .put("@id", base + path + "#term")
                .put("name", technology.name())
                .put("termCode", technology.slug())
                .put("url", base + path)
                .put("description", Words.excerpt(PlainText.of(technology.summary())));
        var names = term.putArray("alternateName");
        technology.aliases().forEach(names::add);
        if (technology.url() != null) {
            term.put("sameAs", Objects.requireNonNull(technology.url()));
        }
        term.putObject("inDefinedTermSet")
                .put(TYPE, "DefinedTermSet")
                .put("name", "Technologies that Tradeoff compares")
                .put("url", base + "/");
        crumbs(graph, base, List.of(new Crumb(technology.name(), path)));
        return block(graph);
    }

    /** The way to a page below those that are named, the front door first. */
    List<RawString> way(String base, List<Crumb> crumbs) {
        var graph = json.createArrayNode();
        crumbs(graph, base, crumbs);
        return block(graph);
    }

    private static void crumbs(ArrayNode graph, String base, List<Crumb> crumbs) {
        var items = graph.addObject().put(TYPE, "BreadcrumbList").putArray("itemListElement");
        crumb(items, base, new Crumb("Tradeoff", "/"));
        crumbs.forEach(crumb -> crumb(items, base, crumb));
    }

    private static void crumb(ArrayNode items, String base, Crumb crumb) {
        int position = items.size() + 1;
        items.addObject()
                .put(TYPE, "ListItem")
                .put("position", position)
                .put("name", crumb.name())
                .put("item", base + crumb.path());
    }

    private List<RawString> block(ArrayNode graph) {
        var document = json.createObjectNode().put("@context", CONTEXT);
        document.set("@graph", graph);
        try {
            return List.of(new RawString(harmless(json.writeValueAsString(document))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** No text in it can end the element that it stands in, or begin another. */
    private static String harmless(String text) {
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
