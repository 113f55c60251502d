package dev.tradeoff.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Gets pages as browsers do, and reads them. */
final class Browser {

    static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    static final String FIRST = "/comparisons/nodejs-vs-python-backend";

    private Browser() {}

    /** Whatever is answered; the path goes out as it is written. */
    static Response get(String path) {
        return given().urlEncodingEnabled(false).header("Accept", ACCEPT).get(path);
    }

    /** A page that is there. */
    static Document page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return read(answer);
    }

    static Document read(Response answer) {
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        return Jsoup.parse(answer.asString());
    }

    /** Where its links within the service lead, as they are written. */
    static List<String> links(Document page) {
        return page.select("a[href]").eachAttr("href").stream()
                .filter(href -> href.startsWith("/") || href.startsWith("#"))
                .distinct()
                .toList();
    }

    /** Nothing in it runs, is loaded from elsewhere, or is styled by who wrote into it. */
    static void harmless(Document page) {
        assertThat(page.select("script"))
                .allSatisfy(script -> assertThat(script.attr("type").equals("application/ld+json")
                                || script.attr("src").startsWith("/assets/")
                                        && script.html().isEmpty())
                        .as(script.outerHtml())
                        .isTrue());
        assertThat(page.select("script[src]")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select(
                        "img, iframe, object, embed, base, video, audio, link[rel=stylesheet], meta[http-equiv]"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> element.attributes().forEach(attribute -> assertThat(attribute.getKey())
                        .as(element.outerHtml())
                        .doesNotStartWith("on")
                        .isNotEqualTo("style")));
        assertThat(page.select("[href]").eachAttr("href"))
                .allSatisfy(href -> assertThat(scheme(href)).as(href).isIn("", "http", "https", "mailto", "data"));
        assertThat(page.select("a[href^=data]")).isEmpty();
    }

    private static String scheme(String href) {
        var scheme = URI.create(href.replace(" ", "%20")
                        .replaceAll("[^\\x21-\\x7e]", "_")
                        .replace("'", "_")
                        .replace("%3C", "_"))
                .getScheme();
        return scheme == null ? "" : scheme;
    }
}
