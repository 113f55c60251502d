package dev.tradeoff.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A window with one page, which notes what goes wrong in it and what it fetches. */
final class Window implements AutoCloseable {

    private static final Path AXE = Path.of("src/test/browser/node_modules/axe-core/axe.min.js");

    /** WCAG 2.2 AA and what it contains, and what the rules call good practice. */
    private static final String RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

    private static final double PATIENCE_MS = 15_000;

    private final BrowserContext profile;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();
    private final List<Response> fetched = new ArrayList<>();

    Window(Browser browser, Look look, boolean scripts) {
        profile = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width, look.height)
                .setColorScheme(look.scheme)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB"));
        profile.setDefaultTimeout(PATIENCE_MS);
        page = profile.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                wrong.add(message.text());
            }
        });
        page.onPageError(wrong::add);
        page.onRequestFailed(request -> wrong.add(request.url() + ": " + request.failure()));
        page.onResponse(fetched::add);
    }

    Page page() {
        return page;
    }

    Window visit(String address) {
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** What the console said, what was thrown, what could not be fetched. */
    List<String> wrong() {
        return wrong;
    }

    List<Response> fetched() {
        return fetched;
    }

    /** Bytes of all that was fetched, as they were sent. */
    int weight() {
        return fetched.stream()
                .map(response -> response.request().sizes())
                .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }

    /** What axe finds against the rules of accessibility: each rule with the first elements that break it. */
    @SuppressWarnings("unchecked")
    List<String> inaccessible() {
        try {
            page.evaluate(Files.readString(AXE)); // by the debugger, which the page's policy does not concern
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var found = (List<Map<String, Object>>) page.evaluate(
                "() => axe.run(document, {runOnly: {type: 'tag', values: %s}}).then(r => r.violations.map(v => ({rule: v.id + ': ' + v.help, nodes: v.nodes.slice(0, 3).map(n => n.html + ' — ' + n.failureSummary)})))"
                        .formatted(RULES));
        return found.stream()
                .map(violation -> violation.get("rule") + " " + violation.get("nodes"))
                .toList();
    }

    void isFaultless() {
        assertThat(wrong).as("%s: console and network", page.url()).isEmpty();
        assertThat(inaccessible()).as("%s: accessibility", page.url()).isEmpty();
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        profile.close();
    }
}
