package dev.tradeoff.page;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * What is around the content of a page.
 *
 * @param site the service as the page's readers know it
 * @param path of the page's own address, which search engines keep; it begins with a slash
 * @param title without the service's name
 * @param description in a sentence or two, for search engines and for who gets a link sent
 * @param isListed whether search engines should show it
 * @param kind as Open Graph has them: {@code website} or {@code article}
 * @param data JSON-LD, a block each
 * @param others the same in other forms
 * @param script the name of the page's script
 * @param question what the reader has searched for
 */
public record Frame(
        Site site,
        String path,
        String title,
        String description,
        boolean isListed,
        String kind,
        List<RawString> data,
        List<Other> others,
        String script,
        String question) {

    static final String USUAL_SCRIPT = "tradeoff.js";

    /** A page of its own that search engines may show. */
    static Frame of(Site site, String path, String title, String description) {
        return new Frame(site, path, title, description, true, "website", List.of(), List.of(), USUAL_SCRIPT, "");
    }

    /**
     * The page in another form.
     *
     * @param type its media type
     * @param href as a path or absolute
     */
    public record Other(String type, String href, String title) {}

    Frame unlisted() {
        return new Frame(site, path, title, description, false, kind, data, others, script, question);
    }

    Frame article(List<RawString> itsData, List<Other> itsOthers) {
        return new Frame(site, path, title, description, isListed, "article", itsData, itsOthers, script, question);
    }

    Frame with(List<RawString> itsData, List<Other> itsOthers) {
        return new Frame(site, path, title, description, isListed, kind, itsData, itsOthers, script, question);
    }

    Frame running(String itsScript) {
        return new Frame(site, path, title, description, isListed, kind, data, others, itsScript, question);
    }

    Frame asking(String asked) {
        return new Frame(site, path, title, description, isListed, kind, data, others, script, asked);
    }

    /** Its address, whoever asks. */
    public String canonical() {
        return site.base() + path;
    }

    public RawString style() {
        return site.assets().style(script);
    }

    public String scriptAddress() {
        return site.assets().address(script);
    }
}
